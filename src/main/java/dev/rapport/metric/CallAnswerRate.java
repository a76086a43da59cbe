package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.util.Set;

/**
 * Defines the metric call answer rate: calls that somebody answered / calls x 100, over the calls that started in the slice,
 * whoever called whom.
 *
 * <p>Unit: per cent, 0 to 100, with Wilson's interval. Null behaviour: no data without calls. Example: 45 of 60 calls
 * answered is 75. Source: our own; none of the articles names it.
 */
final class CallAnswerRate implements CellMetric {
    private static final Input ANSWERED = Input.sum(Measure.CALLS_ANSWERED);
    private static final Input CALLS = Input.sum(Measure.CALLS);
    private static final Definition DEFINITION = Define.metric(
                    "call_answer_rate", Definition.Topic.SUPPORT, Definition.Unit.PERCENT, Definition.Better.UP)
            .parts(Dimension.AGENT, Dimension.TEAM, Dimension.ISSUE_TYPE)
            .sources("own")
            .rows(RowSet.of("call"))
            .done();

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(ANSWERED, CALLS);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.share(inputs.count(ANSWERED), inputs.count(CALLS));
    }
}
