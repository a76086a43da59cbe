package dev.rapport.customers;

import dev.rapport.metric.Health;
import dev.rapport.metric.HealthPart;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Holds the health of everybody who was a customer at a moment, in the order of people; in arrays, because they are
 * many.
 */
final class HealthScores {
    private static final int UNKNOWN = 0xFF;

    private final ObservationTime moment;
    private int[] people = new int[1024];
    private int[] signatures = new int[1024];
    private int[][] channels = new int[1024][];
    private long[] points = new long[1024];
    private short[] tenths = new short[1024];
    private int count;

    HealthScores(ObservationTime moment) {
        this.moment = moment;
    }

    void add(int person, int signature, int[] where, Health health) {
        if (count == people.length) {
            people = Arrays.copyOf(people, 2 * count);
            signatures = Arrays.copyOf(signatures, 2 * count);
            channels = Arrays.copyOf(channels, 2 * count);
            points = Arrays.copyOf(points, 2 * count);
            tenths = Arrays.copyOf(tenths, 2 * count);
        }
        people[count] = person;
        signatures[count] = signature;
        channels[count] = where;
        points[count] = packed(health.points());
        tenths[count] = (short) health.tenths();
        count++;
    }

    private static long packed(Map<HealthPart, Integer> known) {
        long packed = 0;
        for (HealthPart part : HealthPart.values()) {
            packed |= (long) known.getOrDefault(part, UNKNOWN) << (8 * part.ordinal());
        }
        return packed;
    }

    ObservationTime moment() {
        return moment;
    }

    int count() {
        return count;
    }

    int person(int index) {
        return people[index];
    }

    int signature(int index) {
        return signatures[index];
    }

    /** In which they are a customer, each once. */
    int[] channels(int index) {
        return channels[index];
    }

    int tenths(int index) {
        return tenths[index];
    }

    Health health(int index) {
        Map<HealthPart, Integer> known = new EnumMap<>(HealthPart.class);
        for (HealthPart part : HealthPart.values()) {
            int value = (int) (points[index] >> (8 * part.ordinal())) & UNKNOWN;
            if (value != UNKNOWN) {
                known.put(part, value);
            }
        }
        return new Health(known, tenths[index]);
    }

    OptionalInt find(int person) {
        int at = Arrays.binarySearch(people, 0, count, person);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }
}
