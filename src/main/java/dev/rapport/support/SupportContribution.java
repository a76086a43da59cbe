package dev.rapport.support;

import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.build.RebuildPhase;
import dev.rapport.fact.MeasureSource;
import dev.rapport.metric.Measure;
import dev.rapport.slice.Dimension;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What tickets add: created, reopened and whether they are resolved by now, with a known date or not, on the day they were
 * created; resolved on the day they were resolved.
 */
@Singleton
public class SupportContribution implements FactSource {
    private static final String CREATED = """
            select 0 as item, ticket.created_at as at, ticket.channel_id, visitor.person_id, ticket.reopened,
                   ticket.resolved, ticket.resolved_at, ticket.issue_type
            from span
            join ticket on ticket.current and ticket.created_at >= span.from_at and ticket.created_at < span.to_at
            left join visitor on visitor.id = ticket.visitor_id
            """;

    private static final String RESOLVED = """
            select 0 as item, ticket.resolved_at as at, ticket.channel_id, visitor.person_id, ticket.issue_type
            from span
            join ticket on ticket.current and ticket.resolved_at >= span.from_at and ticket.resolved_at < span.to_at
            left join visitor on visitor.id = ticket.visitor_id
            """;

    private static final List<MeasureSource> DEEDS = List.of(
            MeasureSource.of(CREATED, Measure.TICKETS_CREATED, "1")
                    .and(Measure.TICKETS_REOPENED, "(reopened > 0)::int")
                    .and(Measure.TICKETS_SETTLED, "resolved::int")
                    .and(Measure.TICKETS_SETTLED_UNDATED, "(resolved and resolved_at is null)::int")
                    .apart(Dimension.ISSUE_TYPE, "fact.issue_type"),
            MeasureSource.of(RESOLVED, Measure.TICKETS_RESOLVED, "1").apart(Dimension.ISSUE_TYPE, "fact.issue_type"));

    @Override
    public String family() {
        return "support";
    }

    @Override
    public RebuildPhase basis() {
        return RebuildPhase.FACTS;
    }

    @Override
    public String sql() {
        return MeasureSource.rows(DEEDS);
    }

    @Override
    public List<MeasureSource> deeds() {
        return DEEDS;
    }
}
