package dev.rapport.revenue;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.metric.ActivityRate;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Input;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/**
 * Computes the activity rate: active people held against the customers of the same days. A channel's are those that it
 * won, both above and below the line, wherever they are active.
 */
@ApplicationScoped
public class ActivityRates implements FactReader {
    private static final int MONTH = 30;

    private final CustomerStocks customers;
    private final Clock clock;

    /** On what the means of active people depend. */
    private record Asked(Input.MeanActive input, Slice slice, Period period, Grouping grouping) {}

    ActivityRates(CustomerStocks customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof ActivityRate;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        LocalDate today = LocalDate.now(clock.withZone(slice.zone()));
        int days = slice.option(SliceOption.ACTIVE).isPresent() ? MONTH : 1;
        Input.MeanActive input = new Input.MeanActive(
                readTransaction.dimensions().items().productUse().sessions(), days);
        Map<DimensionKey, BigDecimal> active = readTransaction.once(
                new Asked(input, slice, period, grouping),
                () -> active(readTransaction, input, slice, period, grouping, today));
        Map<DimensionKey, Figure> figures = FactReader.begun(grouping);
        customers.meanOfDays(readTransaction, slice, period, grouping, today).forEach((key, mean) -> {
            figures.put(key, ((ActivityRate) metric).figure(active.getOrDefault(key, BigDecimal.ZERO), mean));
        });
        return figures;
    }

    private static Map<DimensionKey, BigDecimal> active(
            ReadTransaction readTransaction,
            Input.MeanActive input,
            Slice slice,
            Period period,
            Grouping grouping,
            LocalDate today) {
        if (slice.channels().isEmpty() && !grouping.byChannel()) {
            return readTransaction.meanActive(input, slice, period, grouping, today, Optional.empty());
        }
        Slice anywhere = slice.withChannels(List.of());
        Grouping together = new Grouping(grouping.byBucket(), false, grouping.segmentGroup(), grouping.part());
        Map<DimensionKey, BigDecimal> active = new HashMap<>();
        groups(WinningChannels.read(readTransaction), slice, grouping)
                .forEach((channel, people) -> readTransaction
                        .meanActive(input, anywhere, period, together, today, Optional.of(people))
                        .forEach((key, mean) -> active.put(
                                new DimensionKey(key.bucket(), channel, key.segmentValue(), key.part()), mean)));
        return active;
    }

    /** Whom the channels asked for have won: each channel, or all of them together. */
    private static Map<Optional<String>, RoaringBitmap> groups(
            Map<String, RoaringBitmap> won, Slice slice, Grouping grouping) {
        Map<Optional<String>, RoaringBitmap> groups = new HashMap<>();
        won.forEach((channel, people) -> {
            if (slice.channels().isEmpty() || slice.channels().contains(channel)) {
                groups.computeIfAbsent(
                                grouping.byChannel() ? Optional.of(channel) : Optional.empty(),
                                group -> new RoaringBitmap())
                        .or(people);
            }
        });
        return groups;
    }

    @Override
    public List<String> notes(ReadTransaction readTransaction, Metric metric, Slice slice) {
        List<String> notes = new ArrayList<>();
        notes.add(slice.option(SliceOption.ACTIVE).isPresent() ? "active_in_30_days" : "active_on_the_day");
        notes.add(CustomerRule.of(readTransaction.handle(), false).note());
        notes.add("active_where_won");
        return notes;
    }
}
