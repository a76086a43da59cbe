package dev.rapport.cube.store;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SortedMap;

/**
 * Writes and reads the single values of a measure: of a day and channel those above 0, by signature and the smallest first. Each is
 * told by how much it is more than the one before, in as many bytes of seven bits as that needs; the durations of a
 * year take two or three each.
 */
public final class ValueRun {
    private static final int SEVEN = 7;
    private static final int LOW = 0x7f;
    private static final int MORE = 0x80;

    private ValueRun() {}

    /** Takes what is read. */
    public interface Taker {
        /**
         * Is asked for each signature.
         *
         * @param count how many values follow
         * @return where to put them; negative to pass over them
         */
        int begin(int signature, int count);

        void value(int place, long value);
    }

    /**
     * @param values by signature, in any order; they are put in order here
     * @throws IllegalArgumentException for a value that is not above 0
     */
    public static byte[] write(SortedMap<Integer, long[]> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        values.forEach((signature, each) -> {
            Arrays.sort(each);
            if (each.length > 0 && each[0] <= 0) {
                throw new IllegalArgumentException("a value of " + each[0] + " cannot be kept");
            }
            put(bytes, signature);
            put(bytes, each.length);
            long before = 0;
            for (long value : each) {
                put(bytes, value - before);
                before = value;
            }
        });
        return bytes.toByteArray();
    }

    private static void put(ByteArrayOutputStream bytes, long number) {
        long rest = number;
        while (rest > LOW) {
            bytes.write((int) (rest & LOW) | MORE);
            rest >>>= SEVEN;
        }
        bytes.write((int) rest);
    }

    /** The bytes are those of {@link #write}. */
    public static void read(byte[] bytes, Taker taker) {
        Numbers numbers = new Numbers(bytes);
        while (numbers.any()) {
            int signature = (int) numbers.next();
            int count = (int) numbers.next();
            int place = taker.begin(signature, count);
            long value = 0;
            for (int i = 0; i < count; i++) {
                value += numbers.next();
                if (place >= 0) {
                    taker.value(place, value);
                }
            }
        }
    }

    private static final class Numbers {
        private final byte[] bytes;
        private int at;

        Numbers(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean any() {
            return at < bytes.length;
        }

        long next() {
            long number = 0;
            int shift = 0;
            while (bytes[at] < 0) {
                number |= (long) (bytes[at++] & LOW) << shift;
                shift += SEVEN;
            }
            return number | (long) bytes[at++] << shift;
        }
    }
}
