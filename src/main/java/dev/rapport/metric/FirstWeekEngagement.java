package dev.rapport.metric;

/**
 * Defines the metric first-week engagement: the share of new customers active with a key event on two days or more of
 * their first seven, x 100. It is of the customers who signed up in the period and whose first seven days are over; the
 * days are distinct ones. Sign-up, key event and number of days are in the settings: signed up is who sent the event
 * for the first time ever, or, without one, who was first seen under a customer number; the days are reporting days,
 * the first is the one on which the visit of the sign-up started.
 *
 * <p>Unit: per cent, 0..100, with Wilson's interval. Null behaviour: no data without such a customer. Example: 80 customers,
 * 36 of them came on two days: 45 %. Source: Nextiva [N18].
 */
public final class FirstWeekEngagement extends FirstWeekMetric {
    FirstWeekEngagement() {
        super("first_week_engagement", Definition.Better.UP);
    }

    @Override
    public Figure figure(long customers, long engaged, long gone) {
        return Figures.share(engaged, customers);
    }
}
