package dev.rapport.revenue;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.metric.ActivityRate;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Input;
import dev.rapport.metric.Measure;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes the activity rate: active people held against the customers of the same days. */
@ApplicationScoped
public class ActivityRates implements FactReader {
    private static final int MONTH = 30;

    private final CustomerStocks customers;
    private final Clock clock;

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
        Map<DimensionKey, BigDecimal> active = readTransaction.meanActive(
                new Input.MeanActive(Measure.SESSIONS, days), slice, period, grouping, today);
        Map<DimensionKey, Figure> figures = new HashMap<>();
        if (grouping.equals(Grouping.TOTAL)) {
            figures.put(DimensionKey.TOTAL, Figure.noData());
        }
        customers.meanOfDays(readTransaction, slice, period, grouping, today).forEach((key, mean) -> {
            figures.put(key, ((ActivityRate) metric).figure(active.getOrDefault(key, BigDecimal.ZERO), mean));
        });
        return figures;
    }

    @Override
    public List<String> notes(ReadTransaction readTransaction, Metric metric, Slice slice) {
        String active = slice.option(SliceOption.ACTIVE).isPresent() ? "active_in_30_days" : "active_on_the_day";
        return List.of(active, CustomerRule.of(readTransaction.handle(), false).note());
    }
}
