package dev.rapport.cube.build;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

/**
 * Holds what the facts add to the measures of one item and day, in columns: channel, signature, person, and the
 * amounts.
 */
final class DayMeasures {
    private static final int SOME = 1024;

    private final long[][] values;
    private int measure;
    private int item;
    private int day;
    private int size;
    private int[] channels = new int[SOME];
    private int[] signatures = new int[SOME];
    private int[] persons = new int[SOME];

    /** @param values how many each deed has */
    DayMeasures(int values) {
        this.values = new long[values][SOME];
    }

    void begin(int measure, int item, int epochDay) {
        this.measure = measure;
        this.item = item;
        this.day = epochDay;
        size = 0;
    }

    /**
     * @param person 0 when it is not known who
     * @param amounts one for each value
     */
    void add(int channel, int signature, int person, long[] amounts) {
        if (size == channels.length) {
            channels = Arrays.copyOf(channels, 2 * size);
            signatures = Arrays.copyOf(signatures, 2 * size);
            persons = Arrays.copyOf(persons, 2 * size);
            for (int i = 0; i < values.length; i++) {
                values[i] = Arrays.copyOf(values[i], 2 * size);
            }
        }
        channels[size] = channel;
        signatures[size] = signature;
        persons[size] = person;
        for (int i = 0; i < values.length; i++) {
            values[i][size] = amounts[i];
        }
        size++;
    }

    boolean isOf(int measure, int item, int epochDay) {
        return this.measure == measure && this.item == item && day == epochDay;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** 0 where the columns say it. */
    int measure() {
        return measure;
    }

    int item() {
        return item;
    }

    LocalDate day() {
        return LocalDate.ofEpochDay(day);
    }

    int channel(int row) {
        return channels[row];
    }

    int signature(int row) {
        return signatures[row];
    }

    int person(int row) {
        return persons[row];
    }

    /** Those that add something to a value and whose person is known, in the order of persons. */
    void byPerson(int value, IntConsumer rows) {
        long[] order = new long[size];
        int known = 0;
        for (int row = 0; row < size; row++) {
            if (persons[row] != 0 && values[value][row] != 0) {
                order[known++] = (long) persons[row] << 32 | row;
            }
        }
        Arrays.sort(order, 0, known);
        for (int i = 0; i < known; i++) {
            rows.accept((int) order[i]);
        }
    }

    /** Those of a value that are not 0, by channel and signature. */
    SortedMap<Integer, SortedMap<Integer, long[]>> valuesByChannel(int value) {
        SortedMap<Integer, SortedMap<Integer, LongStream.Builder>> growing = new TreeMap<>();
        for (int row = 0; row < size; row++) {
            if (values[value][row] != 0) {
                growing.computeIfAbsent(channels[row], channel -> new TreeMap<>())
                        .computeIfAbsent(signatures[row], signature -> LongStream.builder())
                        .add(values[value][row]);
            }
        }
        SortedMap<Integer, SortedMap<Integer, long[]>> byChannel = new TreeMap<>();
        growing.forEach((channel, bySignature) -> {
            SortedMap<Integer, long[]> arrays = new TreeMap<>();
            bySignature.forEach(
                    (signature, each) -> arrays.put(signature, each.build().toArray()));
            byChannel.put(channel, arrays);
        });
        return byChannel;
    }

    /** By channel and signature. */
    CellSums sums() {
        CellSums sums = new CellSums(values.length);
        long[] amounts = new long[values.length];
        for (int row = 0; row < size; row++) {
            for (int i = 0; i < amounts.length; i++) {
                amounts[i] = values[i][row];
            }
            sums.add(channels[row], signatures[row], amounts);
        }
        return sums;
    }
}
