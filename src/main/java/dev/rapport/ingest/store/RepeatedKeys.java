package dev.rapport.ingest.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Collects message ids that may have come twice: all that did, and one in some hundred thousand that did not. A Bloom
 * filter, so that its memory does not grow with the file.
 */
final class RepeatedKeys {
    private static final int BITS = 1 << 27;
    /** With so many, the database had better look for itself. */
    private static final int MOST = 1 << 16;

    private final long[] seen = new long[BITS / Long.SIZE];
    private final List<UUID> again = new ArrayList<>();
    private boolean many;

    void add(UUID message) {
        long hash = mixed(message.getMostSignificantBits() * 31 + mixed(message.getLeastSignificantBits()));
        int first = (int) hash;
        int step = (int) (hash >>> 32) | 1;
        boolean known = true;
        for (int i = 0; i < 3; i++) {
            int bit = (first + i * step) & (BITS - 1);
            long mask = 1L << bit;
            known &= (seen[bit >>> 6] & mask) != 0;
            seen[bit >>> 6] |= mask;
        }
        if (known && !many) {
            many = again.size() >= MOST;
            again.add(message);
        }
    }

    /** Empty when there are too many to say. */
    Optional<List<UUID>> found() {
        return many ? Optional.empty() : Optional.of(again);
    }

    /** The finalizer of MurmurHash3: ids may be counted up. */
    private static long mixed(long value) {
        long x = value;
        x = (x ^ (x >>> 33)) * 0xff51afd7ed558ccdL;
        x = (x ^ (x >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return x ^ (x >>> 33);
    }
}
