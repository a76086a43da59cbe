package dev.rapport.behaviour;

import dev.rapport.behaviour.CohortReader.Activity;
import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Period;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/**
 * Holds who was active in each bucket of a period and in the one after it; the last bucket whole, even when the period
 * cuts it.
 */
final class ActiveSets {
    private static final RoaringBitmap NOBODY = new RoaringBitmap();

    private final List<Bucket> buckets;
    private final Map<DimensionKey, RoaringBitmap> sets;

    private ActiveSets(List<Bucket> buckets, Map<DimensionKey, RoaringBitmap> sets) {
        this.buckets = buckets;
        this.sets = sets;
    }

    static ActiveSets read(ReadTransaction readTransaction, Activity activity, Slice slice, Period period) {
        int count = slice.buckets(period).size() + 1;
        // Long enough for one more bucket of any grain, so that none of those looked at is cut.
        Period longer = new Period(period.from(), period.to().plusYears(3));
        List<Bucket> buckets = slice.buckets(longer).subList(0, count);
        Period whole = new Period(period.from(), buckets.get(count - 1).days().to());
        Slice anywhere = slice.withChannels(List.of()).withSegments(SegmentFilter.EVERYBODY);
        return new ActiveSets(buckets, readTransaction.people(activity.measure(), anywhere, whole, Grouping.TREND));
    }

    RoaringBitmap in(int bucket) {
        DimensionKey key =
                new DimensionKey(Optional.of(buckets.get(bucket).start()), Optional.empty(), Optional.empty());
        return sets.getOrDefault(key, NOBODY);
    }

    /** When the whole bucket is over. */
    Instant end(int bucket) {
        return buckets.get(bucket).to();
    }
}
