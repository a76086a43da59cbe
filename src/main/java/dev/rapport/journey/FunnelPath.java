package dev.rapport.journey;

import java.util.Arrays;

/**
 * Holds what one person did, in order, and finds how far that leads along the funnel steps. A step is taken by the
 * first fact of it that comes after the one that took the step before, and within the window of the first; no fact
 * takes two steps. To take each step as early as possible leaves most room for the next, so that no other choice leads
 * further.
 */
final class FunnelPath {
    private final int steps;
    private final long window;

    private long[] at = new long[16];
    private int[] masks = new int[16];
    private int size;

    /** By step: the first fact of it at or after each; {@code size} where there is none. */
    private int[][] next = {};

    /**
     * @param steps how many
     * @param window how long after the first step the last may be taken, in the unit of the facts' moments
     */
    FunnelPath(int steps, long window) {
        this.steps = steps;
        this.window = window;
    }

    void clear() {
        size = 0;
    }

    /**
     * A fact, no earlier than those added before.
     *
     * @param mask bit k: it can take step k
     */
    void add(long moment, int mask) {
        if (size == at.length) {
            at = Arrays.copyOf(at, 2 * size);
            masks = Arrays.copyOf(masks, 2 * size);
        }
        at[size] = moment;
        masks[size] = mask;
        size++;
    }

    int size() {
        return size;
    }

    long at(int fact) {
        return at[fact];
    }

    boolean starts(int fact) {
        return (masks[fact] & 1) != 0;
    }

    /** To be called when all facts are there. */
    void finish() {
        next = new int[steps][size + 1];
        for (int step = 0; step < steps; step++) {
            next[step][size] = size;
            for (int fact = size - 1; fact >= 0; fact--) {
                next[step][fact] = (masks[fact] >> step & 1) != 0 ? fact : next[step][fact + 1];
            }
        }
    }

    /** The facts that take the steps, as far as they go, when this fact takes the first. */
    int[] path(int entry) {
        int[] path = new int[steps];
        path[0] = entry;
        for (int step = 1; step < steps; step++) {
            int fact = next[step][path[step - 1] + 1];
            if (fact == size || at[fact] - at[entry] > window) {
                return Arrays.copyOf(path, step);
            }
            path[step] = fact;
        }
        return path;
    }
}
