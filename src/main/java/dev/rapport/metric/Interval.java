package dev.rapport.metric;

/** A 95 % confidence interval, in the unit of the value it belongs to. */
public record Interval(double low, double high) {
    Interval times(double factor) {
        return new Interval(low * factor, high * factor);
    }
}
