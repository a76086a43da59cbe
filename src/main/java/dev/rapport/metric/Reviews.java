package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.Map;

/**
 * Defines the metric rating: the mean of the ratings that customers gave, on the survey's scale. Surveys of different
 * scales are never mixed, as {@link OneScaleMetric} says.
 *
 * <p>Unit: points of the scale, with a t interval. Null behaviour: no data without ratings. Example: 6 times 5, 3 times 4 and
 * once 2 are 44 / 10 = 4.4. Source: ten engagement metrics [E10], VWO [V8].
 */
final class Reviews extends RatingMetric {
    Reviews() {
        super(
                Define.metric("reviews", Definition.Topic.VOICE, Definition.Unit.SCORE, Definition.Better.UP)
                        .parts(Dimension.TOPIC, Dimension.FEATURE, Dimension.ISSUE_TYPE, Dimension.AGENT)
                        .options(SliceOption.SURVEY)
                        .sources("E10", "V8")
                        .rows(RowSet.of("survey_answer").only("rating"))
                        .done(),
                "rating");
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        long count = 0;
        long sum = 0;
        long squares = 0;
        for (Map.Entry<Integer, Long> given : counts(slice, items, inputs).entrySet()) {
            long score = given.getKey();
            count += given.getValue();
            sum += score * given.getValue();
            squares += score * score * given.getValue();
        }
        return Figures.mean(sum, squares, count);
    }
}
