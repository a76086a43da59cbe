package dev.rapport.query;

import java.util.Arrays;
import org.roaringbitmap.RoaringBitmap;

/**
 * How many people were active within any {@code width} days in a row. Whoever was active on a day counts on it and on the
 * {@code width - 1} days after; a day on which they come again while they still count only puts off the end of that. So
 * each day of each person is looked at once, whatever the width.
 */
final class TrailingDays {
    private static final int BATCH = 1_024;

    /** The last day of each person; one array for all places, whose days are numbered one after the other. */
    private int[] last = new int[0];

    private int base;

    /** For each day the people of the {@code width} days that end with it; the first days have fewer before them. */
    long[] counts(RoaringBitmap[] days, int width) {
        int[] batch = new int[BATCH];
        base += width;
        long[] change = new long[days.length + width + 1];
        for (int day = 0; day < days.length; day++) {
            if (days[day].isEmpty()) {
                continue;
            }
            reserve(days[day].last());
            int today = base + day;
            int[] seen = last;
            var people = days[day].getBatchIterator();
            while (people.hasNext()) {
                int count = people.nextBatch(batch);
                for (int i = 0; i < count; i++) {
                    int person = batch[i];
                    // What another place left behind is too long ago to count.
                    change[Math.max(seen[person] + width - base, day)]++;
                    seen[person] = today;
                }
            }
            change[day + width] -= days[day].getLongCardinality();
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
