package dev.rapport.support;

import java.util.List;

/**
 * The tickets of several months in one order, the quickest first, so that any part of them needs no sorting. Those that
 * still wait come last, the newest of them first.
 */
final class MergedTickets {
    private final Tickets[] months;

    /** Of each ticket its month, in the upper half, and its place in it. */
    private final long[] order;

    /** @param months not empty, the earliest first, each in the same order */
    MergedTickets(List<Tickets> months) {
        this.months = months.toArray(Tickets[]::new);
        this.order = order(0, this.months.length);
    }

    private long[] order(int from, int to) {
        if (to - from == 1) {
            long[] order = new long[months[from].count()];
            for (int i = 0; i < order.length; i++) {
                order[i] = (long) from << Integer.SIZE | i;
            }
            return order;
        }
        int middle = (from + to) / 2;
        return merged(order(from, middle), order(middle, to));
    }

    private long[] merged(long[] earlier, long[] later) {
        long[] order = new long[earlier.length + later.length];
        int fromEarlier = 0;
        int fromLater = 0;
        for (int i = 0; i < order.length; i++) {
            boolean takesLater = fromEarlier == earlier.length
                    || fromLater < later.length && took(later[fromLater]) <= took(earlier[fromEarlier]);
            order[i] = takesLater ? later[fromLater++] : earlier[fromEarlier++];
        }
        return order;
    }

    private long took(long place) {
        return months[(int) (place >> Integer.SIZE)].took()[(int) place];
    }

    int count() {
        return order.length;
    }

    /** Which of the months the ticket at a place in the order is of. */
    int month(int place) {
        return (int) (order[place] >> Integer.SIZE);
    }

    /** Its place in that month. */
    int ticket(int place) {
        return (int) order[place];
    }

    List<Tickets> months() {
        return List.of(months);
    }
}
