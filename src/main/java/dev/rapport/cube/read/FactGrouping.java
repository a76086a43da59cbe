package dev.rapport.cube.read;

import dev.rapport.slice.Bucket;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Groups single facts by the dimensions of an answer: the bucket of their moment, their channel and their person's
 * segments.
 */
public final class FactGrouping {
    private static final int NOT_ASKED = -1;

    /** To a bucket, so that the one in which a piece begins is nearly always the right one. */
    private static final int PIECES = 8;

    private final PlannedQuery plannedQuery;
    private final DimensionKeys keys;
    private final List<Integer> channels;
    private final List<Integer> values;
    private final boolean asksSegments;

    /** How many there are of each, known before the many facts come. */
    private final int channelCount;

    private final int width;
    private final long[] from;
    private final long to;

    /** By piece of the period, pieces being {@code 1 << shift} microseconds: the bucket in which it begins. */
    private final int[] near;

    private final int shift;
    private final int[] channelPlaces;
    private final int[] valuePlaces;

    FactGrouping(PlannedQuery plannedQuery) {
        this.plannedQuery = plannedQuery;
        this.keys = new DimensionKeys(plannedQuery);
        List<Bucket> buckets = plannedQuery.buckets();
        from = buckets.stream().mapToLong(bucket -> micros(bucket.from())).toArray();
        to = micros(buckets.get(buckets.size() - 1).to());
        shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros((to - from[0]) / ((long) PIECES * from.length)));
        near = near();
        channels = plannedQuery.byChannel() ? plannedQuery.channelIds() : List.of(0);
        channelPlaces =
                places(plannedQuery.channelIds().stream().mapToInt(id -> id).toArray());
        for (int id : plannedQuery.channelIds()) {
            channelPlaces[id] = plannedQuery.byChannel() ? channels.indexOf(id) : 0;
        }
        asksSegments = !plannedQuery.involved().isEmpty();
        Map<Integer, Integer> signatures = plannedQuery.signatures();
        values = signatures.values().stream().distinct().toList();
        channelCount = channels.size();
        width = asksSegments ? Math.max(1, values.size()) : 1;
        valuePlaces = places(signatures.keySet().stream().mapToInt(id -> id).toArray());
        signatures.forEach((signature, value) -> valuePlaces[signature] = values.indexOf(value));
    }

    private int[] near() {
        int[] pieces = new int[(int) ((to - from[0]) >> shift) + 1];
        for (int i = 0, bucket = 0; i < pieces.length; i++) {
            bucket = bucket(from[0] + ((long) i << shift), bucket);
            pieces[i] = bucket;
        }
        return pieces;
    }

    /** Of a moment, which is in that bucket or a later one. */
    private int bucket(long micros, int earliest) {
        int bucket = earliest;
        while (bucket + 1 < from.length && from[bucket + 1] <= micros) {
            bucket++;
        }
        return bucket;
    }

    private static int[] places(int[] ids) {
        int[] places = new int[Arrays.stream(ids).max().orElse(0) + 1];
        Arrays.fill(places, NOT_ASKED);
        return places;
    }

    /** Of the epoch. */
    public static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    /**
     * The number of the group; negative when the fact is not asked for.
     *
     * @param micros when it happened, of the epoch
     * @param signature of the segments that its person was in on that day
     */
    public int group(long micros, int channel, int signature) {
        if (micros < from[0] || micros >= to || channel >= channelPlaces.length) {
            return NOT_ASKED;
        }
        int channelPlace = channelPlaces[channel];
        int valuePlace = !asksSegments ? 0 : signature < valuePlaces.length ? valuePlaces[signature] : NOT_ASKED;
        if (channelPlace < 0 || valuePlace < 0) {
            return NOT_ASKED;
        }
        int bucket = bucket(micros, near[(int) ((micros - from[0]) >> shift)]);
        return (bucket * channelCount + channelPlace) * width + valuePlace;
    }

    /** One more than the highest number that a group can have. */
    public int groups() {
        return from.length * channelCount * width;
    }

    /** How many groups a bucket has; those of the next bucket follow them in the same order. */
    public int groupsOfBucket() {
        return groups() / from.length;
    }

    public DimensionKey key(int group) {
        int value = asksSegments && plannedQuery.segments().isPresent() ? values.get(group % width) : 0;
        int rest = group / width;
        return keys.of(new CellId(
                plannedQuery.byBucket() ? rest / channelCount : 0, channels.get(rest % channelCount), value));
    }
}
