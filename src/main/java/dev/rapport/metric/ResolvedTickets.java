package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.List;
import java.util.Set;

/**
 * Defines the metric resolved tickets: tickets resolved, on the day they were resolved, whenever they had been created.
 * Those that are resolved, nobody knows when, are asked for by {@code dated=unknown}: they belong to the day they were
 * created.
 *
 * <p>Unit: count. Null behaviour: nothing counted is 0. Source: [V8].
 */
final class ResolvedTickets implements CellMetric {
    private static final Input RESOLVED = Input.sum(Measure.TICKETS_RESOLVED);
    private static final Input UNDATED = Input.sum(Measure.TICKETS_SETTLED_UNDATED);
    private static final Definition DEFINITION = Define.metric(
                    "resolved_tickets", Definition.Topic.SUPPORT, Definition.Unit.COUNT, Definition.Better.UP)
            .additive()
            .options(SliceOption.DATED)
            .ticketParts()
            .sources("V8")
            .rows(RowSet.of("ticket").by("resolved"))
            .done();

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(counted(slice));
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.count(inputs.count(counted(slice)));
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return List.of(
                counted(slice) == UNDATED ? "resolved_on_an_unknown_day" : "resolved_on_an_unknown_day_left_out");
    }

    private static Input counted(Slice slice) {
        return slice.option(SliceOption.DATED).isPresent() ? UNDATED : RESOLVED;
    }

    @Override
    public RowSet rows(Slice slice) {
        return counted(slice) == UNDATED
                ? RowSet.of("ticket").by("created").only("undated")
                : definition().rows();
    }
}
