package dev.rapport.cube.build;

import dev.rapport.cube.store.PackedRow;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sums several measures side by side for each cell: by channel and signature, or by segment value and channel. */
final class CellSums {
    private static final long KEY = 0xffffffffL;

    private final int width;
    private final Map<Long, long[]> sums = new HashMap<>();

    CellSums(int width) {
        this.width = width;
    }

    /** @throws ArithmeticException when a sum does not fit */
    void add(int by, int key, long[] amounts) {
        add((long) by << 32 | key, amounts);
    }

    void add(CellSums others) {
        others.sums.forEach(this::add);
    }

    private void add(long place, long[] amounts) {
        long[] sum = sums.computeIfAbsent(place, each -> new long[width]);
        for (int i = 0; i < width; i++) {
            sum[i] = Math.addExact(sum[i], amounts[i]);
        }
    }

    /** Out of sums by channel and signature those by segment value and channel. */
    CellSums bySegment(Map<Integer, int[]> segments) {
        CellSums bySegment = new CellSums(width);
        int[] none = {};
        sums.forEach((place, amounts) -> {
            int channel = (int) (place >> 32);
            for (int value : segments.getOrDefault((int) (place & KEY), none)) {
                bySegment.add(value, channel, amounts);
            }
        });
        return bySegment;
    }

    void clear() {
        sums.clear();
    }

    /** The packs of each measure, in the order of the number that is not in them; empty ones are left out. */
    List<Map<Integer, PackedRow>> packs() {
        List<Map.Entry<Long, long[]>> ordered =
                sums.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        return IntStream.range(0, width)
                .mapToObj(measure -> packs(ordered, measure))
                .toList();
    }

    private static Map<Integer, PackedRow> packs(List<Map.Entry<Long, long[]>> ordered, int measure) {
        Map<Integer, PackedRow> packs = new LinkedHashMap<>();
        PackedRow.Growing pack = new PackedRow.Growing();
        for (int i = 0; i < ordered.size(); i++) {
            long place = ordered.get(i).getKey();
            pack.add(place & KEY, ordered.get(i).getValue()[measure]);
            boolean last = i == ordered.size() - 1 || ordered.get(i + 1).getKey() >> 32 != place >> 32;
            if (last && !pack.isEmpty()) {
                packs.put((int) (place >> 32), pack.pack());
                pack = new PackedRow.Growing();
            }
        }
        return packs;
    }
}
