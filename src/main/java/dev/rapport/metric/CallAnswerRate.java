package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.Set;

/**
 * Calls that somebody answered / calls, over the calls that started in the slice, whoever called whom.
 *
 * <p>Unit: a share, 0..1, with Wilson's interval. Null behaviour: no data without calls. Example: 45 of 60 calls answered is
 * 0.75. Source: METRICS names none; N18 counts calls as contacts.
 */
final class CallAnswerRate implements CellMetric {
    private static final Input ANSWERED = Input.sum(Measure.CALLS_ANSWERED);
    private static final Input CALLS = Input.sum(Measure.CALLS);
    private static final Definition DEFINITION = Define.metric(
                    "call_answer_rate", Definition.Topic.SUPPORT, Definition.Unit.RATIO, Definition.Better.UP)
            .sources("N18")
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
        long answered = inputs.count(ANSWERED);
        long calls = inputs.count(CALLS);
        Figure share = Figures.ratio(answered, calls);
        return new Figure(
                share.value(), share.numerator(), share.denominator(), calls, Statistics.wilson(answered, calls));
    }
}
