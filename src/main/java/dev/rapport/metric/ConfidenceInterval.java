package dev.rapport.metric;

/** Holds a 95 % confidence interval, in the unit of the value it belongs to. */
public record ConfidenceInterval(double low, double high) {
    ConfidenceInterval times(double factor) {
        return new ConfidenceInterval(low * factor, high * factor);
    }
}
