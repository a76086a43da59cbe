package dev.rapport.metric;

import java.util.Arrays;

/**
 * Collects lengths of time in milliseconds. They are put in order when somebody asks; those that come in order are so
 * already.
 */
final class Times {
    private static final int LEAST = 16;

    private long[] millis;
    private int count;
    private boolean inOrder = true;

    /** @param expected how many may come; there may be more */
    Times(int expected) {
        millis = new long[Math.max(LEAST, expected)];
    }

    static Times of(long... millis) {
        Times times = new Times(millis.length);
        for (long each : millis) {
            times.add(each);
        }
        return times;
    }

    void add(long time) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, count * 2);
        }
        inOrder &= count == 0 || millis[count - 1] <= time;
        millis[count++] = time;
    }

    int count() {
        return count;
    }

    long at(int index) {
        return millis[index];
    }

    /** The shortest first from now on, until another one comes. */
    Times sorted() {
        if (!inOrder) {
            Arrays.sort(millis, 0, count);
            inOrder = true;
        }
        return this;
    }
}
