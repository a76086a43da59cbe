package dev.rapport.cube.read;

import java.util.Arrays;

/**
 * Counts people, each once however often they come: in a list while they are few, with one bit for each when they are
 * many.
 */
final class DistinctCounter {
    private static final int FIRST = 64;

    private final boolean again;
    private final long[] seen;
    private int[] list = new int[0];
    private int length;
    private long[] bits = new long[0];

    /**
     * @param again whether somebody may come twice
     * @param seen a bit for everybody who may come, all zero, shared by tallies that are taken one after the other
     */
    DistinctCounter(boolean again, long[] seen) {
        this.again = again;
        this.seen = seen;
    }

    void add(int person) {
        if (bits.length > 0) {
            bits[person >> 6] |= 1L << person;
        } else if (!again) {
            length++;
        } else {
            append(person);
        }
    }

    private void append(int person) {
        if (length == list.length) {
            if (length >= 2 * seen.length) {
                bits = new long[seen.length];
                for (int i = 0; i < length; i++) {
                    bits[list[i] >> 6] |= 1L << list[i];
                }
                bits[person >> 6] |= 1L << person;
                list = new int[0];
                return;
            }
            list = Arrays.copyOf(list, Math.max(FIRST, 2 * length));
        }
        list[length++] = person;
    }

    /** How many have come; the next one is the first again. */
    long take() {
        long people = bits.length > 0 ? countBits() : again ? countList() : length;
        length = 0;
        return people;
    }

    private long countBits() {
        long people = 0;
        for (int i = 0; i < bits.length; i++) {
            people += Long.bitCount(bits[i]);
            bits[i] = 0;
        }
        return people;
    }

    private long countList() {
        long people = 0;
        for (int i = 0; i < length; i++) {
            int word = list[i] >> 6;
            long bit = 1L << list[i];
            people += (seen[word] & bit) == 0 ? 1 : 0;
            seen[word] |= bit;
        }
        for (int i = 0; i < length; i++) {
            seen[list[i] >> 6] = 0;
        }
        return people;
    }
}
