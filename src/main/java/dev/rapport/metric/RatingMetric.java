package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Computes what is made of how often each score of one kind of survey was given. */
abstract class RatingMetric extends OneScaleMetric {
    /** As the measure of scores counts its items. */
    private static final int SCORES_OF_SURVEY = 1024;

    RatingMetric(Definition definition, String kind) {
        super(definition, kind, Definition.Better.UP);
    }

    @Override
    public final Set<Input> inputs(Slice slice, SurveyItems items) {
        return new LinkedHashSet<>(byScore(slice, items).keySet());
    }

    /** How often each score was given, in ascending order. */
    final Map<Integer, Long> counts(Slice slice, SurveyItems items, Inputs inputs) {
        Map<Integer, Long> counts = new TreeMap<>();
        byScore(slice, items).forEach((input, score) -> counts.merge(score, inputs.count(input), Long::sum));
        return counts;
    }

    private Map<Input, Integer> byScore(Slice slice, SurveyItems items) {
        Map<Input, Integer> scores = new LinkedHashMap<>();
        for (SurveyItems.Survey survey : ofOneScale(slice, items)) {
            for (int score = Math.max(0, survey.scaleMin()); score <= survey.scaleMax(); score++) {
                scores.put(new Input.Sum(Measure.SCORES, Optional.of(survey.id() * SCORES_OF_SURVEY + score)), score);
            }
        }
        return scores;
    }
}
