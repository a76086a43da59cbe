package dev.rapport.cube.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ValueRunTest {
    @Test
    void givesBackWhatWasWrittenSmallestFirst() {
        assertThat(read(new TreeMap<>(Map.of(1, new long[] {300, 1, 127, 128, 1}, 7, new long[] {Long.MAX_VALUE}))))
                .containsExactly("1: [1, 1, 127, 128, 300]", "7: [9223372036854775807]");
    }

    @Test
    void passesOverWhatNobodyAsksFor() {
        byte[] bytes = ValueRun.write(new TreeMap<>(Map.of(1, new long[] {5, 6}, 2, new long[] {70_000})));
        Taken taken = new Taken(2);
        ValueRun.read(bytes, taken);
        assertThat(taken.values).containsExactly(70_000L);
    }

    @Test
    void isEmptyOfNothing() {
        assertThat(ValueRun.write(new TreeMap<>())).isEmpty();
        ValueRun.read(new byte[0], new Taken(1));
    }

    @Test
    void refusesWhatWouldNotComeBack() {
        assertThatThrownBy(() -> ValueRun.write(new TreeMap<>(Map.of(1, new long[] {3, 0}))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ValueRun.write(new TreeMap<>(Map.of(1, new long[] {-3}))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesThreeBytesForADurationAmongAFew() {
        Random random = new Random(1);
        SortedMap<Integer, long[]> values = new TreeMap<>();
        values.put(40, random.longs(100, 1, 1_800_000).toArray());
        assertThat(ValueRun.write(values).length).isLessThan(310);
    }

    private static List<String> read(SortedMap<Integer, long[]> values) {
        List<String> read = new ArrayList<>();
        byte[] bytes = ValueRun.write(values);
        for (int signature : values.keySet()) {
            Taken taken = new Taken(signature);
            ValueRun.read(bytes, taken);
            read.add(signature + ": " + taken.values);
        }
        return read;
    }

    private static final class Taken implements ValueRun.Taker {
        private final int wanted;
        private final List<Long> values = new ArrayList<>();

        Taken(int wanted) {
            this.wanted = wanted;
        }

        @Override
        public int begin(int signature, int count) {
            return signature == wanted ? 0 : -1;
        }

        @Override
        public void value(int place, long value) {
            values.add(value);
        }
    }
}
