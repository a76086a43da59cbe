package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;

/**
 * Defines the metrics that count the answers to one kind of survey: ratings, and answers of which the net promoter score,
 * satisfaction and effort are made. By score, each is the histogram of its kind; by topic it tells what is spoken of most. Of
 * surveys of one scale, as {@link OneScaleMetric} says.
 *
 * <p>Unit: count. Null behaviour: nothing counted is 0. Example: 5, 5, 4, 2 are 4 answers, two of them 5. Source: ratings
 * [E10], the others [N18], [X5].
 */
final class AnswerCount extends RatingMetric {
    AnswerCount(String key, String kind, String... sources) {
        super(
                Define.metric(key, Definition.Topic.VOICE, Definition.Unit.COUNT, Definition.Better.NEITHER)
                        .additive()
                        .answerParts()
                        .options(SliceOption.SURVEY)
                        .sources(sources)
                        .rows(RowSet.of("survey_answer").by("score").only(kind))
                        .done(),
                kind);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.count(counts(slice, items, inputs).values().stream()
                .mapToLong(count -> count)
                .sum());
    }

    @Override
    public Definition.Better better(Slice slice, SurveyItems items) {
        return Definition.Better.NEITHER;
    }
}
