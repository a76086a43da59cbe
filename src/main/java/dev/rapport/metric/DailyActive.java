package dev.rapport.metric;

/**
 * Defines the metric daily active people: distinct people who used the product on the day.
 *
 * <p>Over more than a day: the mean over the days of the bucket. Unit: people. Null behaviour: nobody is 0. Exact, never
 * estimated. n is the number of distinct people in the bucket. Source: Nextiva [N18].
 */
final class DailyActive extends ActivePeople {
    DailyActive() {
        super("dau", 1);
    }
}
