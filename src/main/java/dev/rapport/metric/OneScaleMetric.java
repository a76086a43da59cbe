package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Defines what the metrics of plain scores share: only surveys of one scale are counted together. Without the option
 * {@code survey} the answer is of those surveys that share the scale with the most answers ever, the same for every
 * part of a breakdown, and a note says so.
 */
abstract class OneScaleMetric extends SurveyMetric {
    record Scale(int min, int max, boolean lowerIsBetter) {
        static Scale of(SurveyItems.Survey survey) {
            return new Scale(survey.scaleMin(), survey.scaleMax(), survey.lowerIsBetter());
        }
    }

    private final Definition.Better otherwise;

    /** @param otherwise which direction is good while there is no survey */
    OneScaleMetric(Definition definition, String kind, Definition.Better otherwise) {
        super(definition, kind);
        this.otherwise = otherwise;
    }

    @Override
    public Definition.Better better(Slice slice, SurveyItems items) {
        return scale(slice, items)
                .map(scale -> scale.lowerIsBetter() ? Definition.Better.DOWN : Definition.Better.UP)
                .orElse(otherwise);
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        List<String> notes = new ArrayList<>(super.notes(slice, items));
        if (asked(slice, items).stream().map(Scale::of).distinct().count() > 1) {
            notes.add("surveys_of_one_scale_only");
        }
        return notes;
    }

    final List<SurveyItems.Survey> ofOneScale(Slice slice, SurveyItems items) {
        Optional<Scale> scale = scale(slice, items);
        return asked(slice, items).stream()
                .filter(survey -> scale.equals(Optional.of(Scale.of(survey))))
                .toList();
    }

    final Optional<Scale> scale(Slice slice, SurveyItems items) {
        Map<Scale, Long> answers = asked(slice, items).stream()
                .collect(Collectors.groupingBy(Scale::of, Collectors.summingLong(SurveyItems.Survey::answers)));
        return answers.entrySet().stream()
                .max(Map.Entry.<Scale, Long>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.comparing(Scale::toString)))
                .map(Map.Entry::getKey);
    }
}
