package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.Set;

/**
 * Defines the metric customer satisfaction: answers 4 or 5 of 5 / answers x 100; of a good / bad survey the good ones,
 * of three faces the happy one.
 *
 * <p>Unit: per cent, 0..100, with Wilson's interval. Null behaviour: no data without answers. Benchmark: 75 to 85 %.
 * Example: 40 of 50 is 80 % [N18]. Source: [E10], [N18], [X5], [V8], [Q10].
 */
final class CustomerSatisfaction extends SurveyMetric {
    CustomerSatisfaction() {
        super(
                Define.metric("csat", Definition.Topic.VOICE, Definition.Unit.PERCENT, Definition.Better.UP)
                        .benchmark(Benchmark.bands("N18", "poor", 75.0, "good", Benchmark.above(85.0), "very_good"))
                        .answerParts()
                        .options(SliceOption.SURVEY)
                        .sources("E10", "N18", "X5", "V8", "Q10")
                        .rows(RowSet.of("survey_answer").only("csat"))
                        .done(),
                "csat");
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(sum(Measure.CSAT_SATISFIED, slice, items), sum(Measure.CSAT_ANSWERS, slice, items));
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.share(
                inputs.count(sum(Measure.CSAT_SATISFIED, slice, items)),
                inputs.count(sum(Measure.CSAT_ANSWERS, slice, items)));
    }
}
