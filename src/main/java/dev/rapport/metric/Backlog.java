package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.util.List;
import java.util.Set;

/**
 * Defines the metric open tickets: the tickets open at the end of the period (or now). They were created before it and
 * not resolved before it, whenever they were created. Each in the channel it came by and in the segment that its
 * customer held on the last day.
 *
 * <p>Unit: tickets; a stock, which adds over channels but not over days. Null behaviour: no open ticket is 0; no data for
 * what lies in the future. Source: our own.
 */
public final class Backlog implements FactMetric {
    private static final Definition DEFINITION = Define.metric(
                    "backlog", Definition.Topic.SUPPORT, Definition.Unit.COUNT, Definition.Better.DOWN)
            .parts(Dimension.ISSUE_TYPE, Dimension.AGENT, Dimension.TEAM, Dimension.PRIORITY)
            .sources("own")
            .rows(RowSet.of("ticket").only("open"))
            .done();

    Backlog() {}

    @Override
    public Set<String> facts() {
        return Set.of("support");
    }

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Aggregation aggregation() {
        return Aggregation.LAST;
    }

    public Figure figure(long open) {
        return Figures.count(open);
    }

    /** That no ticket was open is known. */
    @Override
    public Figure nothing(Slice slice) {
        return figure(0);
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return List.of("open_at_the_end");
    }
}
