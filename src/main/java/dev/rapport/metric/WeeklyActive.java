package dev.rapport.metric;

/**
 * Defines the metric weekly active people: distinct people who used the product in the 7 days up to and with the day.
 *
 * <p>Over more than a day: the mean over the days of the bucket. Unit: people. Null behaviour: nobody is 0. Exact, never
 * estimated. n is the number of distinct people in the bucket. Source: Nextiva [N18].
 */
final class WeeklyActive extends ActivePeople {
    WeeklyActive() {
        super("wau", 7);
    }
}
