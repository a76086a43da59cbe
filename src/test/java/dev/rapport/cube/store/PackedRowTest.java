package dev.rapport.cube.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PackedRowTest {
    @Test
    void addsByKeyAndKeepsNoZero() {
        PackedRow sum = pack(1, 10, 3, 5, 7, 2).plus(pack(2, 4, 3, -5, 9, 1));

        assertThat(sum.keys()).containsExactly(1, 2, 7, 9);
        assertThat(sum.amounts()).containsExactly(10, 4, 2, 1);
    }

    @Test
    void nothingIsLeftOfAPackLessItself() {
        assertThat(pack(1, 10, 3, 5).minus(pack(1, 10, 3, 5)).isEmpty()).isTrue();
        assertThat(PackedRow.EMPTY.minus(pack(4, 6)).amounts()).containsExactly(-6);
    }

    @Test
    void whatWasTakenOffCanBePutBack() {
        Random dice = new Random(7);
        for (int turn = 0; turn < 200; turn++) {
            PackedRow one = random(dice);
            PackedRow other = random(dice);

            assertThat(one.minus(other).plus(other).same(one)).isTrue();
            assertThat(one.plus(other).same(other.plus(one))).isTrue();
        }
    }

    @Test
    void aSumThatDoesNotFitIsAnError() {
        PackedRow most = pack(1, Long.MAX_VALUE);

        assertThatThrownBy(() -> most.plus(pack(1, 1))).isInstanceOf(ArithmeticException.class);
    }

    private static PackedRow random(Random dice) {
        SortedMap<Long, Long> sums = new TreeMap<>();
        for (int i = dice.nextInt(40); i > 0; i--) {
            sums.put((long) dice.nextInt(30), (long) dice.nextInt(-3, 4));
        }
        PackedRow.Growing pack = new PackedRow.Growing();
        sums.forEach(pack::add);
        return pack.pack();
    }

    private static PackedRow pack(long... keysAndAmounts) {
        PackedRow.Growing pack = new PackedRow.Growing();
        for (int i = 0; i < keysAndAmounts.length; i += 2) {
            pack.add(keysAndAmounts[i], keysAndAmounts[i + 1]);
        }
        return pack.pack();
    }
}
