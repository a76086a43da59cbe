package dev.rapport.metric;

/**
 * Defines the metric first-week drop-off: the share of new customers of whom nothing was seen after the day of their
 * sign-up, x 100. It is of the customers who signed up in the period and whose first seven days are over; nothing at
 * all was seen on the six days after the first. It is not the rest of {@link FirstWeekEngagement}: who came once more
 * without the key event has neither.
 *
 * <p>Unit: per cent, 0..100, with Wilson's interval. Null behaviour: no data without such a customer. Example: 80 customers,
 * 20 of them never came back: 25 %. Source: Nextiva [N18].
 */
public final class FirstWeekDropOff extends FirstWeekMetric {
    FirstWeekDropOff() {
        super("first_week_drop_off", Definition.Better.DOWN);
    }

    @Override
    public Figure figure(long customers, long engaged, long gone) {
        return Figures.share(gone, customers);
    }
}
