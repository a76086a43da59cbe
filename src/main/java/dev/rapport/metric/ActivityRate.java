package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Defines the metric activity rate: active people a day / paying customers on that day x 100. With the option {@code
 * active=mau} it counts those active in the 30 days up to each day; over several days it is the sum of the one / the
 * sum of the other, never the mean of the days' rates. Active is who uses the product ({@link ProductUse}). In a channel
 * are, above and below the line, those whom it won as customers, wherever they are active: people who never paid are
 * in none.
 *
 * <p>Unit: per cent; above 100 where people who pay nothing use the product as well. Null behaviour: no data while nobody pays.
 * Benchmark: more than 20 %. Example: 300 active people a day of 1,000 customers are 30 %. Source: Nextiva [N18].
 */
public final class ActivityRate implements FactMetric {
    private static final Definition DEFINITION = Define.metric(
                    "activity_rate", Definition.Topic.PRODUCT, Definition.Unit.PERCENT, Definition.Better.UP)
            .benchmark(Benchmark.bands("N18", "below", Benchmark.above(20.0), "good"))
            .options(SliceOption.ACTIVE)
            .sources("N18")
            .rows(RowSet.of("active_day").by("won"))
            .done();

    ActivityRate() {}

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Aggregation aggregation() {
        return Aggregation.MEAN;
    }

    /** @param active mean of the days, @param customers mean of the same days */
    public Figure figure(BigDecimal active, BigDecimal customers) {
        return Figures.percent(
                active, customers, customers.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return items.productUse().notes();
    }

    @Override
    public RowSet rows(Slice slice) {
        return slice.option(SliceOption.ACTIVE).isPresent()
                ? definition().rows().earlier(29)
                : definition().rows();
    }
}
