package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.List;

/**
 * Defines the metric follow-up rate: low scores whose customer was contacted or whose follow-up is closed / low scores
 * of the slice x 100. Low is a detractor, a score in the lowest quarter of its scale (1 and 2 of 5), and for effort in
 * the top quarter where lower is better.
 *
 * <p>Unit: per cent, with Wilson's interval. Null behaviour: no data without low scores. Example: 15 of 60 low scores
 * followed up is 25 %. Source: five CX metrics [X5], VWO [V8].
 */
public final class FollowUpRate implements FactMetric {
    private static final Definition DEFINITION = Define.metric(
                    "follow_up", Definition.Topic.VOICE, Definition.Unit.PERCENT, Definition.Better.UP)
            .ripeAfter(7)
            .options(SliceOption.SURVEY)
            .sources("X5", "V8")
            .rows(RowSet.of("low_score"))
            .done();

    FollowUpRate() {}

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    public Figure figure(long followedUp, long low) {
        return Figures.share(followedUp, low);
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return List.of("low_scores");
    }
}
