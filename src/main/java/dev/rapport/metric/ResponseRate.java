package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.Set;

/**
 * Defines the metric response rate: answers, with or without a score, / invitations x 100, both in the same slice.
 * Surveys that keep no invitations are in neither.
 *
 * <p>Unit: per cent, with Wilson's interval. In a short period late answers to older invitations can lift it above 100;
 * then there is no interval. Null behaviour: no data without invitations. Source: our own.
 */
final class ResponseRate implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "response_rate", Definition.Topic.VOICE, Definition.Unit.PERCENT, Definition.Better.UP)
            .options(SliceOption.SURVEY)
            .sources("own")
            .rows(RowSet.of("survey_answer").and(RowSet.of("invitation")))
            .done();

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(answers(slice, items), invitations(slice, items));
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.share(inputs.count(answers(slice, items)), inputs.count(invitations(slice, items)));
    }

    private static Input answers(Slice slice, SurveyItems items) {
        return SurveyMetric.sum(Measure.INVITED_ANSWERS, slice, items);
    }

    private static Input invitations(Slice slice, SurveyItems items) {
        return SurveyMetric.sum(Measure.INVITATIONS, slice, items);
    }
}
