package dev.rapport.behaviour;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.metric.Cohorts;
import dev.rapport.metric.Cohorts.Cohort;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Measure;
import dev.rapport.metric.Metric;
import dev.rapport.metric.RetentionCohort;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.roaringbitmap.RoaringBitmap;

/**
 * Groups people by their first activity ever and counts who came again, both from sets of people. The groups are under
 * the channel and segments of that first day; the coming again is anywhere.
 */
@ApplicationScoped
public class CohortReader implements FactReader {
    private final ReadTransactions readTransactions;
    private final Clock clock;

    public CohortReader(ReadTransactions readTransactions, Clock clock) {
        this.readTransactions = readTransactions;
        this.clock = clock;
    }

    /** The whole table for the groups that began in the slice's period, by its grain (hours count as days). */
    public Cohorts cohorts(Slice asked) {
        Slice slice = atLeastDays(asked);
        return readTransactions.read(readTransaction -> {
            Activity activity = Activity.of(readTransaction.handle(), slice);
            List<Bucket> buckets = slice.buckets();
            ActiveSets active = ActiveSets.read(readTransaction, activity, slice, slice.period());
            Map<DimensionKey, RoaringBitmap> groups =
                    begun(readTransaction, activity, slice, slice.period(), Grouping.TREND);
            Instant now = clock.instant();
            List<Cohort> cohorts = new ArrayList<>();
            for (int i = 0; i < buckets.size() && buckets.get(i).from().isBefore(now); i++) {
                RoaringBitmap people = groups.getOrDefault(key(buckets.get(i)), new RoaringBitmap());
                cohorts.add(cohort(buckets, i, people, active, now));
            }
            return new Cohorts(slice.grain(), activity.key(), cohorts);
        });
    }

    private static Cohort cohort(List<Bucket> buckets, int own, RoaringBitmap people, ActiveSets active, Instant now) {
        List<Cohorts.Cell> cells = IntStream.range(own, buckets.size())
                .filter(bucket -> buckets.get(bucket).from().isBefore(now))
                .mapToObj(bucket -> new Cohorts.Cell(
                        bucket == own
                                ? people.getLongCardinality()
                                : RoaringBitmap.andCardinality(people, active.in(bucket)),
                        active.end(bucket).isAfter(now)))
                .toList();
        return new Cohort(
                buckets.get(own).start().toLocalDate(), buckets.get(own).label(), people.getLongCardinality(), cells);
    }

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof RetentionCohort;
    }

    /** Who came again in the bucket after the first one, of the groups for which that is over. */
    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice asked, Period period, Grouping grouping) {
        Slice slice = atLeastDays(asked);
        Activity activity = Activity.of(readTransaction.handle(), slice);
        Grouping cohorts = new Grouping(true, grouping.byChannel(), grouping.segmentGroup());
        ActiveSets active = ActiveSets.read(readTransaction, activity, slice, period);
        Map<DimensionKey, Integer> index = new HashMap<>();
        List<Bucket> buckets = slice.buckets(period);
        for (int i = 0; i < buckets.size(); i++) {
            index.put(key(buckets.get(i)), i);
        }
        Map<DimensionKey, long[]> sums = new LinkedHashMap<>();
        begun(readTransaction, activity, slice, period, cohorts).forEach((key, people) -> {
            int next = 1 + index.getOrDefault(new DimensionKey(key.bucket(), Optional.empty(), Optional.empty()), 0);
            if (!active.end(next).isAfter(clock.instant())) {
                long[] sum = sums.computeIfAbsent(grouping.byBucket() ? key : withoutBucket(key), none -> new long[2]);
                sum[0] += RoaringBitmap.andCardinality(people, active.in(next));
                sum[1] += people.getLongCardinality();
            }
        });
        Map<DimensionKey, Figure> figures = FactReader.begun(grouping);
        sums.forEach((key, sum) -> figures.put(key, ((RetentionCohort) metric).figure(sum[0], sum[1])));
        return figures;
    }

    @Override
    public List<String> notes(ReadTransaction readTransaction, Metric metric, Slice slice) {
        return List.of(
                "active_by_" + Activity.of(readTransaction.handle(), slice).key());
    }

    private static Map<DimensionKey, RoaringBitmap> begun(
            ReadTransaction readTransaction, Activity activity, Slice slice, Period period, Grouping grouping) {
        return readTransaction.people(activity.begun(), slice, period, grouping);
    }

    private static DimensionKey key(Bucket bucket) {
        return new DimensionKey(Optional.of(bucket.start()), Optional.empty(), Optional.empty());
    }

    private static DimensionKey withoutBucket(DimensionKey key) {
        return new DimensionKey(Optional.empty(), key.channel(), key.segmentValue());
    }

    private static Slice atLeastDays(Slice slice) {
        return slice.grain() == Grain.HOUR ? slice.withGrain(Grain.DAY) : slice;
    }

    /** Whether to order is what counts as being active, as asked or as there are facts; else to visit. */
    public static boolean isByOrders(Handle handle, Slice slice) {
        return Activity.of(handle, slice).equals(Activity.ORDER);
    }

    /** What counts as being active. */
    record Activity(String key, Measure measure, Measure begun) {
        private static final Activity VISIT = new Activity("visit", Measure.SESSIONS, Measure.FIRST_SESSIONS);
        private static final Activity ORDER = new Activity("order", Measure.ORDERS, Measure.FIRST_ORDERS);

        /** As asked; else visits where there are any. */
        static Activity of(Handle handle, Slice slice) {
            Optional<String> asked = slice.option(SliceOption.ACTIVITY);
            boolean visits = asked.isPresent() ? asked.get().equals(VISIT.key) : anyVisit(handle);
            return visits ? VISIT : ORDER;
        }

        private static boolean anyVisit(Handle handle) {
            return handle.select("select exists (select from person_first where kind = 1)")
                    .mapTo(Boolean.class)
                    .one();
        }
    }
}
