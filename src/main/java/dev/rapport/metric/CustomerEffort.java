package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Defines the metric customer effort score: the mean of the answers on the survey's scale. 1 is "very easy" there,
 * unless the survey says the reverse. Surveys of different scales are never mixed, as {@link OneScaleMetric} says.
 *
 * <p>Unit: points of the scale, with a t interval. Null behaviour: no data without answers. Benchmark: 1 to 2 of 5, 1 to 3
 * of 7, where lower is better; none for other scales. Source: [N18], [X5].
 */
final class CustomerEffort extends OneScaleMetric {
    private static final Benchmark OF_5 = Benchmark.bands("N18", "good", Benchmark.above(2.0), "poor");
    private static final Benchmark OF_7 = Benchmark.bands("N18", "good", Benchmark.above(3.0), "poor");

    CustomerEffort() {
        super(
                Define.metric("ces", Definition.Topic.VOICE, Definition.Unit.SCORE, Definition.Better.DOWN)
                        .answerParts()
                        .options(SliceOption.SURVEY)
                        .sources("N18", "X5")
                        .rows(RowSet.of("survey_answer").only("ces"))
                        .done(),
                "ces",
                Definition.Better.DOWN);
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        Set<Input> inputs = new HashSet<>();
        for (SurveyItems.Survey survey : ofOneScale(slice, items)) {
            inputs.add(of(Measure.CES_ANSWERS, survey));
            inputs.add(of(Measure.CES_SUM, survey));
            inputs.add(of(Measure.CES_SQUARES, survey));
        }
        return inputs;
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        long answers = 0;
        long sum = 0;
        long squares = 0;
        for (SurveyItems.Survey survey : ofOneScale(slice, items)) {
            answers += inputs.count(of(Measure.CES_ANSWERS, survey));
            sum += inputs.count(of(Measure.CES_SUM, survey));
            squares += inputs.count(of(Measure.CES_SQUARES, survey));
        }
        return Figures.mean(sum, squares, answers);
    }

    @Override
    public Optional<Benchmark> benchmark(Slice slice, SurveyItems items) {
        return scale(slice, items)
                .filter(scale -> scale.min() == 1 && scale.lowerIsBetter())
                .flatMap(scale -> switch (scale.max()) {
                    case 5 -> Optional.of(OF_5);
                    case 7 -> Optional.of(OF_7);
                    default -> Optional.<Benchmark>empty();
                });
    }

    private static Input of(Measure measure, SurveyItems.Survey survey) {
        return new Input.Sum(measure, Optional.of(survey.id()));
    }
}
