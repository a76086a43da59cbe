package dev.rapport.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges the tickets of several months into one order, the same as each has, so that no part of them needs sorting. */
final class TicketMerge {
    private final List<Tickets> months;
    private final long[][] took;
    private final long from;
    private final long to;

    private TicketMerge(List<Tickets> months, long from, long to) {
        this.months = months;
        this.took = months.stream().map(Tickets::took).toArray(long[][]::new);
        this.from = from;
        this.to = to;
    }

    /**
     * Those that were created in a time.
     *
     * @param months not empty, the earliest first
     * @param from microseconds of the epoch
     * @param to of the first that is not asked for
     */
    static Tickets of(List<Tickets> months, long from, long to) {
        TicketMerge merge = new TicketMerge(months, from, to);
        return merge.picked(merge.order(0, months.size()));
    }

    /** Of each ticket its month, in the upper half, and its place in it. */
    private long[] order(int first, int end) {
        if (end - first > 1) {
            int middle = (first + end) / 2;
            return merged(order(first, middle), order(middle, end));
        }
        long[] created = months.get(first).created();
        long[] order = new long[created.length];
        int count = 0;
        for (int i = 0; i < created.length; i++) {
            if (created[i] >= from && created[i] < to) {
                order[count++] = (long) first << Integer.SIZE | i;
            }
        }
        return Arrays.copyOf(order, count);
    }

    /** Of equally long ones the later month's comes first: it was created later. */
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
        return took[(int) (place >> Integer.SIZE)][(int) place];
    }

    private Tickets picked(long[] order) {
        int[][][] nameOf = new int[months.size()][TicketParts.SAID.size()][];
        List<List<String>> names = new ArrayList<>();
        for (int i = 0; i < TicketParts.SAID.size(); i++) {
            names.add(names(i, nameOf));
        }
        Tickets picked = Tickets.of(order.length, names);
        for (int i = 0; i < order.length; i++) {
            int month = (int) (order[i] >> Integer.SIZE);
            picked.set(i, months.get(month), (int) order[i], nameOf[month]);
        }
        return picked;
    }

    /** All names of one dimension. @param nameOf by month and dimension, what the month's names are among all */
    private List<String> names(int dimension, int[][][] nameOf) {
        Map<String, Integer> all = new LinkedHashMap<>();
        for (int month = 0; month < months.size(); month++) {
            nameOf[month][dimension] = months.get(month).said().get(dimension).names().stream()
                    .mapToInt(name -> all.computeIfAbsent(name, first -> all.size()))
                    .toArray();
        }
        return List.copyOf(all.keySet());
    }
}
