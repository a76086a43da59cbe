package dev.rapport.customers;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactGrouping;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.db.VersionedCache;
import dev.rapport.metric.CustomerWorth;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.metric.WorthMetric;
import dev.rapport.revenue.CustomerRule;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the customers of each bucket brought in up to its end, each in the channel of the first and the segments
 * of the last day.
 */
@ApplicationScoped
public class WorthReader implements FactReader {
    private static final int KEPT = 2;

    private final Clock clock;
    private final VersionedCache<LocalDate, CustomerHistory> known = VersionedCache.ofFew(KEPT);

    WorthReader(Clock clock) {
        this.clock = clock;
    }

    /** Sums of whole numbers: exact. */
    private static final class Sum {
        private long customers;
        private long orders;
        private long seconds;
        private long subscribed;
        private long money;
        private long tickets;

        void add(CustomerHistory.Life life) {
            customers++;
            orders += life.orders();
            seconds += life.seconds();
            subscribed += life.subscribedSeconds();
            money = Math.addExact(money, life.money());
            tickets += life.tickets();
        }

        CustomerWorth worth(BigDecimal costPerTicket) {
            return new CustomerWorth(
                    customers,
                    BigDecimal.valueOf(orders).add(CustomerHistory.months(subscribed)),
                    BigDecimal.valueOf(money, 6),
                    CustomerHistory.years(seconds),
                    costPerTicket.multiply(BigDecimal.valueOf(tickets)));
        }
    }

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof WorthMetric;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        LocalDate today = LocalDate.now(clock.withZone(slice.zone()));
        CustomerHistory customerHistory =
                readTransaction.kept(known, today, () -> CustomerHistory.read(readTransaction, today));
        List<Bucket> buckets =
                grouping.byBucket() ? slice.buckets(period) : List.of(Bucket.whole(period, slice.zone()));
        List<ObservationTime> ends = ObservationTime.endsOf(buckets, clock.instant(), slice.zone());
        FactGrouping sorting = readTransaction.sorting(slice, period, grouping);
        @Nullable Sum[] sums = new Sum[sorting.groups()];
        for (int i = 0; i < ends.size(); i++) {
            long from = FactGrouping.micros(buckets.get(i).from());
            ObservationTime end = ends.get(i);
            customerHistory.during(from, end, life -> {
                int group = sorting.group(from, life.channel(), customerHistory.signature(life.person(), end.day()));
                if (group >= 0) {
                    Sum sum = sums[group];
                    if (sum == null) {
                        sum = new Sum();
                        sums[group] = sum;
                    }
                    sum.add(life);
                }
            });
        }
        Map<DimensionKey, Figure> figures = FactReader.begun(grouping);
        for (int group = 0; group < sums.length; group++) {
            Sum sum = sums[group];
            if (sum != null) {
                figures.put(
                        sorting.key(group),
                        ((WorthMetric) metric).figure(slice, sum.worth(customerHistory.costPerTicket())));
            }
        }
        return figures;
    }

    @Override
    public List<String> notes(ReadTransaction readTransaction, Metric metric, Slice slice) {
        return List.of(CustomerRule.of(readTransaction.handle(), false).note());
    }
}
