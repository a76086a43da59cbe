package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Customer effort score: mean of the answers on the survey's scale, where 1 is "very easy" unless the survey says the
 * reverse.
 *
 * <p>Surveys of different scales are never mixed: without the option {@code survey} the answer is of those that share the
 * scale with the most answers ever, the same for every part of a breakdown, and a note says so.
 *
 * <p>Unit: points of the scale, with a t interval. Null behaviour: no data without answers. Benchmark: 1 to 2 of 5, 1 to 3
 * of 7, where lower is better; none for other scales. Source: Nextiva [N18].
 */
final class CustomerEffort extends SurveyMetric {
    private static final Benchmark OF_5 = Benchmark.bands("N18", "good", Benchmark.above(2.0), "poor");
    private static final Benchmark OF_7 = Benchmark.bands("N18", "good", Benchmark.above(3.0), "poor");

    private record Scale(int min, int max, boolean lowerIsBetter) {
        static Scale of(Items.Survey survey) {
            return new Scale(survey.scaleMin(), survey.scaleMax(), survey.lowerIsBetter());
        }
    }

    CustomerEffort() {
        super(
                Define.metric("ces", Definition.Topic.VOICE, Definition.Unit.SCORE, Definition.Better.DOWN)
                        .options(SliceOption.SURVEY)
                        .sources("N18")
                        .done(),
                "ces");
    }

    @Override
    public Set<Input> inputs(Slice slice, Items items) {
        Set<Input> inputs = new HashSet<>();
        for (Items.Survey survey : ofOneScale(slice, items)) {
            inputs.add(of(Measure.CES_ANSWERS, survey));
            inputs.add(of(Measure.CES_SUM, survey));
            inputs.add(of(Measure.CES_SQUARES, survey));
        }
        return inputs;
    }

    @Override
    public Figure figure(Slice slice, Items items, Inputs inputs) {
        long answers = 0;
        long sum = 0;
        long squares = 0;
        for (Items.Survey survey : ofOneScale(slice, items)) {
            answers += inputs.count(of(Measure.CES_ANSWERS, survey));
            sum += inputs.count(of(Measure.CES_SUM, survey));
            squares += inputs.count(of(Measure.CES_SQUARES, survey));
        }
        Figure mean = Figures.ratio(BigDecimal.valueOf(sum), BigDecimal.valueOf(answers), answers);
        Optional<Interval> interval = Statistics.mean(sum, squares, answers);
        return new Figure(mean.value(), mean.numerator(), mean.denominator(), answers, interval);
    }

    @Override
    public Optional<Benchmark> benchmark(Slice slice, Items items) {
        return scale(slice, items)
                .filter(scale -> scale.min() == 1 && scale.lowerIsBetter())
                .flatMap(scale -> switch (scale.max()) {
                    case 5 -> Optional.of(OF_5);
                    case 7 -> Optional.of(OF_7);
                    default -> Optional.<Benchmark>empty();
                });
    }

    @Override
    public Definition.Better better(Slice slice, Items items) {
        return scale(slice, items).map(Scale::lowerIsBetter).orElse(true)
                ? Definition.Better.DOWN
                : Definition.Better.UP;
    }

    @Override
    public List<String> notes(Slice slice, Items items) {
        List<String> notes = new ArrayList<>(super.notes(slice, items));
        if (asked(slice, items).stream().map(Scale::of).distinct().count() > 1) {
            notes.add("surveys_of_one_scale_only");
        }
        return notes;
    }

    private List<Items.Survey> ofOneScale(Slice slice, Items items) {
        Optional<Scale> scale = scale(slice, items);
        return asked(slice, items).stream()
                .filter(survey -> scale.equals(Optional.of(Scale.of(survey))))
                .toList();
    }

    private Optional<Scale> scale(Slice slice, Items items) {
        Map<Scale, Long> answers = asked(slice, items).stream()
                .collect(Collectors.groupingBy(Scale::of, Collectors.summingLong(Items.Survey::answers)));
        return answers.entrySet().stream()
                .max(Map.Entry.<Scale, Long>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.comparing(Scale::toString)))
                .map(Map.Entry::getKey);
    }

    private static Input of(Measure measure, Items.Survey survey) {
        return new Input.Sum(measure, Optional.of(survey.id()));
    }
}
