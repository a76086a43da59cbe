package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.Set;

/**
 * Defines the metric comments: answers to any survey in which somebody wrote something, with a score or without. By topic it
 * tells what is spoken of most; the scores stand beside it.
 *
 * <p>Unit: count. Null behaviour: nothing counted is 0. Example: of four answers two have a text, one of these no score: 2.
 * Source: [V8], [E10].
 */
final class CommentCount implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "comment_count", Definition.Topic.VOICE, Definition.Unit.COUNT, Definition.Better.NEITHER)
            .additive()
            .answerParts()
            .options(SliceOption.SURVEY)
            .sources("V8", "E10")
            .rows(RowSet.of("comment"))
            .done();

    CommentCount() {}

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(commented(slice, items));
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.count(inputs.count(commented(slice, items)));
    }

    private static Input commented(Slice slice, SurveyItems items) {
        return SurveyMetric.sum(Measure.COMMENTED, slice, items);
    }
}
