package dev.rapport.metric;

/**
 * Describes how two compared periods differ by the calendar alone.
 *
 * @param ratio how many times as much as the days before the days of now bring by their number and weekdays; 1 when alike
 * @param offset by how much a ratio is higher on the weekdays of now; 0 when they are alike
 * @param days of the period
 * @param lag days from the end of the period before to the end of this one
 */
public record ComparedFigure(double ratio, double offset, long days, long lag) {
    /** Of two periods of whole weeks or equal weekdays, one after the other. */
    public static ComparedFigure alike(long days) {
        return new ComparedFigure(1, 0, days, days);
    }
}
