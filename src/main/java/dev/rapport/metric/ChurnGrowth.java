package dev.rapport.metric;

/**
 * Answers what a year costs if churn grew: of customers who leave at the rate of a period, evenly, {@code (1 - churn) ^
 * (365 / days)} are still there after a year, and on average of the year {@code (kept - 1) / ln kept} of them, who bring
 * what all bring today. Nobody new is counted, as churn is what is asked about. Source: [Q10], which has churn's cost as
 * customers and revenue lost.
 *
 * @param churn the share that left in the period, 0 to 1
 * @param days of the period, those that are over
 * @param points by which the rate of such a period grows, in per cent
 */
public record ChurnGrowth(double churn, long days, double points) {
    private static final double YEAR = 365;

    /** What goes in a year: as things are, and with the growth. */
    public record Lost(double now, double then) {
        public double more() {
            return then - now;
        }
    }

    /** The rate of such a period after it grew; nobody can leave twice. */
    public double grown() {
        return Math.min(1, churn + points / 100);
    }

    public Lost customers(double customers) {
        return new Lost(customers * (1 - kept(churn)), customers * (1 - kept(grown())));
    }

    /** @param yearly what today's customers bring in a year if all stay */
    public Lost revenue(double yearly) {
        return new Lost(yearly * (1 - averageKept(churn)), yearly * (1 - averageKept(grown())));
    }

    private double kept(double rate) {
        return Math.pow(1 - rate, YEAR / days);
    }

    /** Over the year, of those who were there at its start. */
    private double averageKept(double rate) {
        double kept = kept(rate);
        if (kept == 0 || kept == 1) {
            return kept;
        }
        return (kept - 1) / Math.log(kept);
    }
}
