package dev.rapport.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MergedTicketsTest {
    private final Random random = new Random(20_261_129);

    @Test
    void allTicketsOfAllMonthsAreThereTheQuickestFirst() {
        for (int round = 0; round < 50; round++) {
            List<Tickets> months = IntStream.range(0, 1 + round % 7)
                    .mapToObj(month -> month(
                            random.longs(random.nextInt(200), -50, 100).sorted().toArray()))
                    .toList();

            MergedTickets merged = new MergedTickets(months);

            assertThat(took(merged, months))
                    .containsExactly(months.stream()
                            .flatMapToLong(month -> Arrays.stream(month.took()))
                            .sorted()
                            .toArray());
        }
    }

    @Test
    void eachIsNamedOnceAndOfEquallyLongOnesTheLaterMonthsFirst() {
        List<Tickets> months = List.of(month(5, 7, Long.MAX_VALUE), month(), month(5, Long.MAX_VALUE, Long.MAX_VALUE));

        MergedTickets merged = new MergedTickets(months);

        List<String> named = new ArrayList<>();
        for (int i = 0; i < merged.count(); i++) {
            named.add(merged.month(i) + "." + merged.ticket(i));
        }
        assertThat(named).containsExactly("2.0", "0.0", "0.1", "2.1", "2.2", "0.2");
        assertThat(months.get(2).hasEnded(0)).isTrue();
        assertThat(months.get(2).hasEnded(1)).isFalse();
    }

    private static long[] took(MergedTickets merged, List<Tickets> months) {
        return LongStream.range(0, merged.count())
                .map(i -> months.get(merged.month((int) i)).took()[merged.ticket((int) i)])
                .toArray();
    }

    private static Tickets month(long... took) {
        int count = took.length;
        return new Tickets(new long[count], took, new short[count], new int[count], new int[count], List.of("billing"));
    }
}
