package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.List;
import java.util.Set;

/**
 * Defines the metric resolution rate: tickets that are resolved by now / tickets created x 100, over the tickets
 * created in the slice. An open ticket is in the denominator and not in the numerator, so the newest days grow for as
 * long as their tickets are worked on; it is no ratio of what was resolved to what was created in the same days, which
 * can pass 100.
 *
 * <p>Unit: per cent, 0..100, with Wilson's interval. Null behaviour: no data without tickets. Example: 45 of 50 tickets
 * resolved is 90 %. Source: [V8].
 */
final class ResolutionRate implements CellMetric {
    private static final Input SETTLED = Input.sum(Measure.TICKETS_SETTLED);
    private static final Input CREATED = Input.sum(Measure.TICKETS_CREATED);
    private static final Definition DEFINITION = Define.metric(
                    "resolution_rate", Definition.Topic.SUPPORT, Definition.Unit.PERCENT, Definition.Better.UP)
            .ticketParts()
            .sources("V8")
            .rows(RowSet.of("ticket").by("created"))
            .done();

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(SETTLED, CREATED);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.share(inputs.count(SETTLED), inputs.count(CREATED));
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return List.of("tickets_by_creation", "open_tickets_count_as_unresolved");
    }
}
