package dev.rapport.cube.read;

import java.util.Arrays;

/**
 * Counts the people who were active within any {@code width} days in a row. Whoever was active on a day counts on it
 * and on the {@code width - 1} days after; a day on which they come again while they still count only puts off the end
 * of that. So each day of each person is looked at once, whatever the width.
 */
final class TrailingDays {
    /** The last day of each person; one array for all places, whose days are numbered one after the other. */
    private int[] last = new int[0];

    private int base;

    /**
     * For each day the people of the {@code width} days that end with it; the first days have fewer before them.
     *
     * @param days the people of each day, ascending
     */
    long[] counts(int[][] days, int width) {
        base += width;
        long[] change = new long[days.length + width + 1];
        for (int day = 0; day < days.length; day++) {
            int[] people = days[day];
            if (people.length > 0) {
                reserve(people[people.length - 1]);
            }
            for (int person : people) {
                // What another place left behind is too long ago to count.
                change[Math.max(last[person] + width - base, day)]++;
                last[person] = base + day;
            }
            change[day + width] -= people.length;
        }
        base += days.length;
        for (int day = 1; day < days.length; day++) {
            change[day] += change[day - 1];
        }
        return Arrays.copyOf(change, days.length);
    }

    private void reserve(int person) {
        if (person >= last.length) {
            last = Arrays.copyOf(last, Math.max(person + 1, 2 * last.length));
        }
    }
}
