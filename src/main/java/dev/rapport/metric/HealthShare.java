package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.List;

/**
 * Defines the metric health share: customers in a band of {@link Health} at the end of each bucket / customers of the
 * slice x 100. The option {@code band} says which: at risk (below 40), watch (40 to below 70), healthy (from 70).
 *
 * <p>Unit: per cent, 0..100. All customers are looked at, not a sample, so it has no interval. Null behaviour: no data without
 * customers. Example: 5 of 200 is 2.5 %. Source: QuestionPro [Q10].
 */
public final class HealthShare extends HealthMetric {
    HealthShare() {
        super(Define.metric("health_share", Definition.Topic.CUSTOMERS, Definition.Unit.PERCENT, Definition.Better.DOWN)
                .options(SliceOption.BAND)
                .sources("Q10")
                .rows(RowSet.of("customer_health"))
                .done());
    }

    @Override
    public Definition.Better better(Slice slice, SurveyItems items) {
        return switch (slice.option(SliceOption.BAND).orElse("at-risk")) {
            case "healthy" -> Definition.Better.UP;
            case "watch" -> Definition.Better.NEITHER;
            default -> Definition.Better.DOWN;
        };
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return List.of("health_parts", "health_of_customers");
    }

    @Override
    public Figure figure(Slice slice, Health.Tally tally) {
        long part = switch (slice.option(SliceOption.BAND).orElse("at-risk")) {
            case "healthy" -> tally.healthy();
            case "watch" -> tally.watch();
            default -> tally.atRisk();
        };
        return Figures.percent(part, tally.customers());
    }
}
