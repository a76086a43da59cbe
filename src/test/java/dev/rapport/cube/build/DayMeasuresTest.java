package dev.rapport.cube.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.cube.store.PackedRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DayMeasuresTest {
    private static final Map<Integer, int[]> SEGMENTS = Map.of(1, new int[] {10, 20}, 2, new int[] {10, 21});

    @Test
    void addsUpByChannelAndSignature() {
        DayMeasures day = day(2);
        day.add(3, 2, 7, new long[] {1, 5});
        day.add(3, 1, 8, new long[] {1, 0});
        day.add(3, 1, 7, new long[] {1, 0});
        day.add(4, 1, 0, new long[] {1, -5});

        List<Map<Integer, PackedRow>> packs = day.sums().packs();

        assertThat(packs.get(0).keySet()).containsExactly(3, 4);
        assertPack(packs.get(0), 3, new long[] {1, 2}, new long[] {2, 1});
        assertPack(packs.get(1), 3, new long[] {2}, new long[] {5});
        assertPack(packs.get(1), 4, new long[] {1}, new long[] {-5});
    }

    @Test
    void addsUpBySegmentAndChannel() {
        DayMeasures day = day(1);
        day.add(3, 2, 7, new long[] {4});
        day.add(3, 1, 8, new long[] {6});
        day.add(4, 1, 8, new long[] {1});
        day.add(4, 5, 8, new long[] {9});

        Map<Integer, PackedRow> packs = day.sums().bySegment(SEGMENTS).packs().get(0);

        assertThat(packs.keySet()).containsExactly(10, 20, 21);
        assertPack(packs, 10, new long[] {3, 4}, new long[] {10, 1});
        assertPack(packs, 20, new long[] {3, 4}, new long[] {6, 1});
        assertPack(packs, 21, new long[] {3}, new long[] {4});
    }

    @Test
    void whatAddsUpToNothingIsNotKept() {
        DayMeasures day = day(1);
        day.add(3, 1, 7, new long[] {4});
        day.add(3, 1, 7, new long[] {-4});

        assertThat(day.sums().packs().get(0)).isEmpty();
    }

    @Test
    void aSumThatDoesNotFitIsAnError() {
        DayMeasures day = day(1);
        day.add(3, 1, 7, new long[] {Long.MAX_VALUE});
        day.add(3, 1, 7, new long[] {1});

        assertThatThrownBy(day::sums).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void namesThoseWhoAddedSomethingInOrder() {
        DayMeasures day = day(2);
        day.add(3, 1, 70_000, new long[] {1, 0});
        day.add(3, 1, 7, new long[] {1, 2});
        day.add(3, 1, 0, new long[] {1, 3});
        day.add(3, 1, 9, new long[] {0, 1});

        assertThat(persons(day, 0)).containsExactly(7, 70_000);
        assertThat(persons(day, 1)).containsExactly(7, 9);
    }

    /** More than it has room for at first. */
    @Test
    void addsUpThousands() {
        Random dice = new Random(5);
        DayMeasures day = day(1);
        Map<Integer, Map<Long, Long>> expected = new TreeMap<>();
        TreeSet<Integer> people = new TreeSet<>();
        for (int i = 0; i < 20_000; i++) {
            int channel = dice.nextInt(1, 5);
            int signature = dice.nextInt(1, 400);
            int person = dice.nextInt(1, 3_000_000);
            int amount = dice.nextInt(1, 9);
            day.add(channel, signature, person, new long[] {amount});
            expected.computeIfAbsent(channel, none -> new TreeMap<>())
                    .merge((long) signature, (long) amount, Long::sum);
            people.add(person);
        }

        Map<Integer, PackedRow> packs = day.sums().packs().get(0);

        assertThat(packs.keySet()).isEqualTo(expected.keySet());
        expected.forEach((channel, sums) -> assertPack(
                packs,
                channel,
                sums.keySet().stream().mapToLong(Long::longValue).toArray(),
                sums.values().stream().mapToLong(Long::longValue).toArray()));
        assertThat(new TreeSet<>(persons(day, 0))).isEqualTo(people);
        assertThat(persons(day, 0)).isSorted();
    }

    /** What was there before is gone when the next begins. */
    @Test
    void beginsAnew() {
        DayMeasures day = day(1);
        day.add(3, 1, 7, new long[] {4});
        day.begin(0, 2, 20_001);

        assertThat(day.isEmpty()).isTrue();
        assertThat(day.isOf(0, 2, 20_001)).isTrue();
        assertThat(day.isOf(0, 2, 20_000)).isFalse();
        assertThat(day.day()).isEqualTo(LocalDate.ofEpochDay(20_001));
        assertThat(day.sums().packs().get(0)).isEmpty();
    }

    private static DayMeasures day(int values) {
        DayMeasures day = new DayMeasures(values);
        day.begin(0, 0, 20_000);
        return day;
    }

    private static List<Integer> persons(DayMeasures day, int value) {
        List<Integer> persons = new ArrayList<>();
        day.byPerson(value, row -> persons.add(day.person(row)));
        return persons;
    }

    private static void assertPack(Map<Integer, PackedRow> packs, int by, long[] keys, long[] amounts) {
        PackedRow packedRow = packs.get(by);
        assertThat(packedRow).isNotNull();
        assertThat(Arrays.equals(packedRow.keys(), keys)).isTrue();
        assertThat(packedRow.amounts()).containsExactly(amounts);
    }
}
