package dev.rapport.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.slice.Dimension;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TicketMergeTest {
    private final Random random = new Random(20_261_129);

    @Test
    void allTicketsOfAllMonthsAreThereTheQuickestFirst() {
        for (int round = 0; round < 50; round++) {
            List<Tickets> months = IntStream.range(0, 1 + round % 7)
                    .mapToObj(month -> month(
                            random.longs(random.nextInt(200), -50, 100).sorted().toArray()))
                    .toList();

            assertThat(TicketMerge.of(months, 0, 1_000).took())
                    .containsExactly(months.stream()
                            .flatMapToLong(month -> Arrays.stream(month.took()))
                            .sorted()
                            .toArray());
        }
    }

    @Test
    void ofEquallyLongOnesTheLaterMonthsComesFirstAndEachKeepsAllThatIsKnownOfIt() {
        Tickets july = new Tickets(
                new long[] {10, 11, 12},
                new long[] {5, 7, Long.MAX_VALUE},
                new short[] {1, 2, 3},
                new int[] {21, 22, 23},
                said(new TicketNames(new int[] {0, 1, 0}, List.of("billing", "login"))));
        Tickets august = new Tickets(
                new long[] {21, 22, 20},
                new long[] {5, Long.MAX_VALUE, Long.MAX_VALUE},
                new short[] {4, 5, 6},
                new int[] {24, 25, 26},
                said(new TicketNames(new int[] {0, 1, 0}, List.of("login", ""))));

        Tickets merged = TicketMerge.of(List.of(july, month(), august), 11, 22);

        assertThat(merged.created()).containsExactly(21, 11, 20, 12);
        assertThat(merged.channel()).containsExactly((short) 4, (short) 2, (short) 6, (short) 3);
        assertThat(merged.signature()).containsExactly(24, 22, 26, 23);
        for (Dimension dimension : TicketParts.SAID) {
            TicketNames names = merged.by(dimension, ZoneOffset.UTC);
            assertThat(Arrays.stream(names.of()).mapToObj(names.names()::get))
                    .containsExactly("login", "login", "login", "billing");
        }
        assertThat(merged.hasEnded(1)).isTrue();
        assertThat(merged.hasEnded(2)).isFalse();
        assertThat(merged.millis(3, 4_000_012)).isEqualTo(4_000);
    }

    private static Tickets month(long... took) {
        int count = took.length;
        return new Tickets(
                new long[count],
                took,
                new short[count],
                new int[count],
                said(new TicketNames(new int[count], List.of("billing"))));
    }

    /** The same of each dimension. */
    private static List<TicketNames> said(TicketNames names) {
        return Collections.nCopies(TicketParts.SAID.size(), names);
    }
}
