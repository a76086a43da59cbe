package dev.rapport.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Names the parts of a customer's health, each in whole points of 0 to 100, rounded half up. "The day" is the reporting
 * day at whose end health is looked at; a visit is of the day on which it began, and the hours of a day all have its
 * visits and orders. A part that nothing is known of is left out, and the others weigh the more.
 */
public enum HealthPart {
    /**
     * How lately they were active: {@code 100 x (90 - d) / 90} for d days since the last day with a visit or an order, at
     * most 90. Left out where nobody at all was active in those 90 days: then activity is not recorded.
     */
    RECENCY,
    /** How often: {@code 100 x a / 12}, at most 100, for a active days among the last 30. Left out as recency is. */
    FREQUENCY,
    /**
     * How much of the product they use: {@code 20 x f}, at most 100, for f different features used in their last 30
     * days. A feature is one of the settings, or, where none is
     * named there, any tracked event. Left out where nobody used any in those 30 days: then features are not recorded.
     */
    BREADTH,
    /**
     * What they last said: the score of the newest answer of the last 365 days, on its survey's scale from worst (0) to best
     * (100). Left out for whoever has not answered.
     */
    SURVEY,
    /** What bothers them: {@code 100 - 50 x t}, at least 0, for t open tickets. Left out where there has never been a ticket. */
    TICKETS,
    /**
     * How they pay. With a subscription: 100 when they pay at least as much a month as 90 days before, or did not pay then; 50
     * when they pay less. By orders: {@code 200 x (w - d) / w}, from 0 to 100, for d days since the last order and a churn
     * window of w days.
     */
    PAYMENT;

    public static final int RECENCY_DAYS = 90;
    public static final int WINDOW_DAYS = 30;
    public static final int ANSWER_DAYS = 365;
    private static final int FULL_ACTIVE_DAYS = 12;
    private static final int PER_FEATURE = 20;
    private static final int PER_TICKET = 50;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param days since the last active day; 90 when there was none lately */
    public static int recency(int days) {
        return points(RECENCY_DAYS - Math.min(days, RECENCY_DAYS), RECENCY_DAYS);
    }

    public static int frequency(int activeDays) {
        return points(activeDays, FULL_ACTIVE_DAYS);
    }

    public static int breadth(int features) {
        return Math.min(100, PER_FEATURE * features);
    }

    public static int survey(int score, int worst, int best) {
        return worst == best ? 100 : points(Math.abs(score - worst), Math.abs(best - worst));
    }

    public static int tickets(int open) {
        return Math.max(0, 100 - PER_TICKET * open);
    }

    /** @param before what they paid 90 days before; 0 when nothing */
    public static int subscription(long now, long before) {
        return now >= before ? 100 : 50;
    }

    public static int orders(int daysSince, int window) {
        return points(2L * Math.max(0, window - daysSince), window);
    }

    private static int points(long part, long whole) {
        int points = BigDecimal.valueOf(100 * part)
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                .intValue();
        return Math.max(0, Math.min(100, points));
    }
}
