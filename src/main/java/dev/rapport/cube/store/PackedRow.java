package dev.rapport.cube.store;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Holds many sums that are kept in one row.
 *
 * @param keys what each is the sum of, in order, as {@link PackedTable} has it
 * @param amounts one for each of them, none of them 0
 */
public record PackedRow(long[] keys, long[] amounts) {
    static final PackedRow EMPTY = new PackedRow(new long[0], new long[0]);

    /**
     * The key of a row.
     *
     * @param day or the first day of a month
     * @param by what {@link PackedTable#by} says
     */
    public record Place(int measure, int item, LocalDate day, int by) {
        public Place month() {
            return new Place(measure, item, day.withDayOfMonth(1), by);
        }
    }

    boolean isEmpty() {
        return keys.length == 0;
    }

    /** @throws ArithmeticException when it does not fit */
    public long sum() {
        return Arrays.stream(amounts).reduce(0, Math::addExact);
    }

    boolean same(PackedRow other) {
        return Arrays.equals(keys, other.keys) && Arrays.equals(amounts, other.amounts);
    }

    /** A sum of 0 is not kept. */
    PackedRow plus(PackedRow other) {
        return merged(other, 1);
    }

    PackedRow minus(PackedRow other) {
        return merged(other, -1);
    }

    private PackedRow merged(PackedRow other, int sign) {
        Growing both = new Growing();
        int mine = 0;
        int theirs = 0;
        while (mine < keys.length || theirs < other.keys.length) {
            boolean takesMine = theirs == other.keys.length || mine < keys.length && keys[mine] <= other.keys[theirs];
            boolean takesTheirs = mine == keys.length || theirs < other.keys.length && other.keys[theirs] <= keys[mine];
            long key = takesMine ? keys[mine] : other.keys[theirs];
            long sum = takesMine ? amounts[mine++] : 0;
            both.add(key, takesTheirs ? Math.addExact(sum, sign * other.amounts[theirs++]) : sum);
        }
        return both.pack();
    }

    /** One that grows, by keys in order. */
    public static final class Growing {
        private long[] keys = new long[16];
        private long[] amounts = new long[16];
        private int size;

        public void add(long key, long amount) {
            if (amount == 0) {
                return;
            }
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
                amounts = Arrays.copyOf(amounts, 2 * size);
            }
            keys[size] = key;
            amounts[size++] = amount;
        }

        public boolean isEmpty() {
            return size == 0;
        }

        public PackedRow pack() {
            return new PackedRow(Arrays.copyOf(keys, size), Arrays.copyOf(amounts, size));
        }
    }
}
