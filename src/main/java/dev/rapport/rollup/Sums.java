package dev.rapport.rollup;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sums by two numbers, those of several measures side by side: by channel and signature, or by segment value and channel. */
final class Sums {
    private static final long KEY = 0xffffffffL;

    private final int width;
    private final Map<Long, long[]> sums = new HashMap<>();

    Sums(int width) {
        this.width = width;
    }

    /** @throws ArithmeticException when a sum does not fit */
    void add(int by, int key, long[] amounts) {
        add((long) by << 32 | key, amounts);
    }

    void add(Sums others) {
        others.sums.forEach(this::add);
    }

    private void add(long place, long[] amounts) {
        long[] sum = sums.computeIfAbsent(place, each -> new long[width]);
        for (int i = 0; i < width; i++) {
            sum[i] = Math.addExact(sum[i], amounts[i]);
        }
    }

    /** Out of sums by channel and signature those by segment value and channel. */
    Sums bySegment(Map<Integer, int[]> segments) {
        Sums bySegment = new Sums(width);
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
    List<Map<Integer, Pack>> packs() {
        List<Map.Entry<Long, long[]>> ordered =
                sums.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        return IntStream.range(0, width)
                .mapToObj(measure -> packs(ordered, measure))
                .toList();
    }

    private static Map<Integer, Pack> packs(List<Map.Entry<Long, long[]>> ordered, int measure) {
        Map<Integer, Pack> packs = new LinkedHashMap<>();
        Pack.Growing pack = new Pack.Growing();
        for (int i = 0; i < ordered.size(); i++) {
            long place = ordered.get(i).getKey();
            pack.add(place & KEY, ordered.get(i).getValue()[measure]);
            boolean last = i == ordered.size() - 1 || ordered.get(i + 1).getKey() >> 32 != place >> 32;
            if (last && !pack.isEmpty()) {
                packs.put((int) (place >> 32), pack.pack());
                pack = new Pack.Growing();
            }
        }
        return packs;
    }
}
