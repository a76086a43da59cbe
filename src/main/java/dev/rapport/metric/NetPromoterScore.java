package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Defines the metric net promoter score: per cent of promoters (9-10) minus per cent of detractors (0-6) among the
 * answers. Who did not answer, dismissed the question or does not know is not among them. Surveys with another scale
 * count by a rule of their own: of five points 5 is a promoter, 4 a passive, 1 to 3 are detractors.
 *
 * <p>Unit: points, -100..100, with the normal interval of the mean of +1, 0, -1. Null behaviour: no data without answers.
 * Benchmark: above 0 good, above 20 great, above 50 excellent. Examples: 300 / 100 / 100 of 500 is 40 [V8]; 50 % - 10 % is
 * 40 [N18]; 5, 5, 4, 2 of five points is 25 [X5]. Source: [E10], [N18], [X5], [V8], [Q10].
 */
final class NetPromoterScore extends SurveyMetric {
    NetPromoterScore() {
        super(
                Define.metric("nps", Definition.Topic.VOICE, Definition.Unit.POINTS, Definition.Better.UP)
                        .benchmark(Benchmark.bands(
                                "N18",
                                "poor",
                                Benchmark.above(0.0),
                                "good",
                                Benchmark.above(20.0),
                                "great",
                                Benchmark.above(50.0),
                                "excellent"))
                        .answerParts()
                        .options(SliceOption.SURVEY)
                        .sources("E10", "N18", "X5", "V8", "Q10")
                        .rows(RowSet.of("survey_answer").only("nps"))
                        .done(),
                "nps");
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(
                sum(Measure.NPS_PROMOTERS, slice, items),
                sum(Measure.NPS_PASSIVES, slice, items),
                sum(Measure.NPS_DETRACTORS, slice, items));
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return figure(
                inputs.count(sum(Measure.NPS_PROMOTERS, slice, items)),
                inputs.count(sum(Measure.NPS_PASSIVES, slice, items)),
                inputs.count(sum(Measure.NPS_DETRACTORS, slice, items)));
    }

    private static Figure figure(long promoters, long passives, long detractors) {
        long answers = promoters + passives + detractors;
        Figure score =
                Figures.percent(BigDecimal.valueOf(promoters - detractors), BigDecimal.valueOf(answers), answers);
        Optional<ConfidenceInterval> interval =
                Statistics.netScore(promoters, detractors, answers).map(of1 -> of1.times(100));
        return new Figure(score.value(), score.numerator(), score.denominator(), score.n(), interval);
    }
}
