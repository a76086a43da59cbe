package dev.rapport.customers;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactGrouping;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Health;
import dev.rapport.metric.HealthMetric;
import dev.rapport.metric.Metric;
import dev.rapport.revenue.CustomerRule;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the health of the customers there were at the end of each bucket, each in the segments held on its last day.
 */
@ApplicationScoped
public class HealthReader implements FactReader {
    private final HealthScoring book;
    private final Clock clock;

    HealthReader(HealthScoring book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof HealthMetric;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        List<Bucket> buckets =
                grouping.byBucket() ? slice.buckets(period) : List.of(Bucket.whole(period, slice.zone()));
        List<HealthScores> scores = book.scores(
                readTransaction, slice.zone(), ObservationTime.endsOf(buckets, clock.instant(), slice.zone()));
        FactGrouping sorting = readTransaction.sorting(slice, period, grouping);
        Health.@Nullable Tally[] tallies = new Health.Tally[sorting.groups()];
        for (int i = 0; i < scores.size(); i++) {
            count(scores.get(i), FactGrouping.micros(buckets.get(i).from()), sorting, tallies);
        }
        Map<DimensionKey, Figure> figures = FactReader.begun(grouping);
        for (int group = 0; group < tallies.length; group++) {
            Health.Tally tally = tallies[group];
            if (tally != null) {
                figures.put(sorting.key(group), ((HealthMetric) metric).figure(slice, tally));
            }
        }
        return figures;
    }

    private static void count(
            HealthScores scores, long bucket, FactGrouping sorting, Health.@Nullable Tally[] tallies) {
        for (int i = 0; i < scores.count(); i++) {
            int signature = scores.signature(i);
            int tenths = scores.tenths(i);
            // Once in a group, of however many of its channels they are a customer.
            Arrays.stream(scores.channels(i))
                    .map(channel -> sorting.group(bucket, channel, signature))
                    .filter(group -> group >= 0)
                    .distinct()
                    .forEach(group -> {
                        Health.Tally tally = tallies[group];
                        tallies[group] = (tally == null ? Health.Tally.EMPTY : tally).and(tenths);
                    });
        }
    }

    @Override
    public List<String> notes(ReadTransaction readTransaction, Metric metric, Slice slice) {
        return List.of(CustomerRule.of(readTransaction.handle(), false).note());
    }
}
