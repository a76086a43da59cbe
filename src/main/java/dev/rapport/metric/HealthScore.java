package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.util.List;

/**
 * Defines the metric health score: the mean {@link Health} of the slice's customers at the end of each bucket, sum of
 * their scores / customers. It is a mean over customers whatever it is broken down by, never over channels, segments or
 * days.
 *
 * <p>Unit: points of 0..100. All customers are looked at, not a sample, so it has no interval. Null behaviour: no data
 * without customers, or when nothing is known of any. Example: 80 and 50.5 make 65.25. Source: QuestionPro [Q10].
 */
public final class HealthScore extends HealthMetric {
    HealthScore() {
        super(Define.metric("health_score", Definition.Topic.CUSTOMERS, Definition.Unit.SCORE, Definition.Better.UP)
                .benchmark(Benchmark.bands("own", "poor", 40.0, "typical", 70.0, "good"))
                .sources("Q10")
                .rows(RowSet.of("customer_health"))
                .done());
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return List.of("health_parts", "health_of_customers");
    }

    @Override
    public Figure figure(Slice slice, Health.Tally tally) {
        return Figures.ratio(
                BigDecimal.valueOf(tally.tenths(), 1), BigDecimal.valueOf(tally.customers()), tally.customers());
    }
}
