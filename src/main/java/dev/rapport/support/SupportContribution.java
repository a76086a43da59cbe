package dev.rapport.support;

import dev.rapport.metric.Measure;
import dev.rapport.rollup.Basis;
import dev.rapport.rollup.Contribution;
import dev.rapport.rollup.Deeds;
import dev.rapport.slice.Part;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What tickets add: created, reopened and whether they are resolved by now, with a known date or not, on the day they were
 * created; resolved on the day they were resolved.
 */
@Singleton
public class SupportContribution implements Contribution {
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

    private static final List<Deeds> DEEDS = List.of(
            Deeds.of(CREATED, Measure.TICKETS_CREATED, "1")
                    .and(Measure.TICKETS_REOPENED, "(reopened > 0)::int")
                    .and(Measure.TICKETS_SETTLED, "resolved::int")
                    .and(Measure.TICKETS_SETTLED_UNDATED, "(resolved and resolved_at is null)::int")
                    .apart(Part.ISSUE_TYPE, "fact.issue_type"),
            Deeds.of(RESOLVED, Measure.TICKETS_RESOLVED, "1").apart(Part.ISSUE_TYPE, "fact.issue_type"));

    @Override
    public String family() {
        return "support";
    }

    @Override
    public Basis basis() {
        return Basis.FACTS;
    }

    @Override
    public String sql() {
        return Deeds.rows(DEEDS);
    }

    @Override
    public List<Deeds> deeds() {
        return DEEDS;
    }
}
