package dev.rapport.support;

import dev.rapport.rollup.Contribution;
import jakarta.inject.Singleton;

/** What tickets add: created and reopened on the day they were created, resolved on the day they were resolved. */
@Singleton
public class SupportContribution implements Contribution {
    private static final String SQL = """
            with span as not materialized (select ?::timestamptz as from_at, ?::timestamptz as to_at)
            select added.measure::smallint, 0 as item, ticket.created_at as at, ticket.channel_id, visitor.person_id,
                   added.value::bigint
            from span
            join ticket on ticket.current and ticket.created_at >= span.from_at and ticket.created_at < span.to_at
            left join visitor on visitor.id = ticket.visitor_id
            cross join lateral (values (40, 1), (42, (ticket.reopened > 0)::int)) as added(measure, value)
            where added.value <> 0
            union all
            select 41::smallint, 0, ticket.resolved_at, ticket.channel_id, visitor.person_id, 1
            from span
            join ticket on ticket.current and ticket.resolved_at >= span.from_at and ticket.resolved_at < span.to_at
            left join visitor on visitor.id = ticket.visitor_id
            """;

    @Override
    public String family() {
        return "support";
    }

    @Override
    public String sql() {
        return SQL;
    }
}
