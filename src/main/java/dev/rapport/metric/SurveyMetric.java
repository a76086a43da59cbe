package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Defines what the metrics of one kind of survey share: the option {@code survey} narrows them to one. */
abstract class SurveyMetric implements CellMetric {
    private final Definition definition;
    private final String kind;

    SurveyMetric(Definition definition, String kind) {
        this.definition = definition;
        this.kind = kind;
    }

    @Override
    public final Definition definition() {
        return definition;
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        List<String> notes = new ArrayList<>();
        if (named(slice, items).filter(survey -> !survey.kind().equals(kind)).isPresent()) {
            notes.add("survey_of_another_kind");
        }
        if (asked(slice, items).stream().anyMatch(SurveyItems.Survey::classed)) {
            notes.add("survey_scores_mapped");
        }
        return notes;
    }

    /** Surveys of the kind that are in question. */
    final List<SurveyItems.Survey> asked(Slice slice, SurveyItems items) {
        Optional<String> named = slice.option(SliceOption.SURVEY);
        return items.surveys().stream()
                .filter(survey -> survey.kind().equals(kind))
                .filter(survey -> named.isEmpty() || named.get().equals(survey.key()))
                .toList();
    }

    /** The sum of a measure over the one survey named, else over all. */
    static Input sum(Measure measure, Slice slice, SurveyItems items) {
        return new Input.Sum(measure, named(slice, items).map(SurveyItems.Survey::id));
    }

    private static Optional<SurveyItems.Survey> named(Slice slice, SurveyItems items) {
        return slice.option(SliceOption.SURVEY).flatMap(items::survey);
    }
}
