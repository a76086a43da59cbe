package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;

/**
 * Defines the metric ratings: how many ratings were given; by score, it is their histogram. Of the surveys that {@link
 * Reviews} is the mean of.
 *
 * <p>Unit: count. Null behaviour: nothing counted is 0. Source: ten engagement metrics [E10].
 */
final class ReviewCount extends RatingMetric {
    ReviewCount() {
        super(Define.metric("review_count", Definition.Topic.VOICE, Definition.Unit.COUNT, Definition.Better.NEITHER)
                .additive()
                .parts(Dimension.SCORE)
                .options(SliceOption.SURVEY)
                .sources("E10")
                .rows(RowSet.of("survey_answer").by("score").only("rating"))
                .done());
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
