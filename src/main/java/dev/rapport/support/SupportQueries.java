package dev.rapport.support;

import dev.rapport.query.SliceSql;
import dev.rapport.slice.Slice;
import java.time.OffsetDateTime;

/** What is asked of tickets. */
final class SupportQueries {
    private SupportQueries() {}

    /** A ticket that is said to have been resolved before it was created took no time. */
    static SliceSql waits(SliceSql sql, Slice slice, OffsetDateTime now) {
        return sql.add("""
                        , fact as (
                            select bucket.no as bucket, ticket.channel_id, visitor.person_id,
                                   (ticket.created_at at time zone ?)::date as day,
                                   ticket.resolved_at is not null as resolved,
                                   greatest(0, extract(epoch from
                                       coalesce(ticket.resolved_at, ?) - ticket.created_at) * 1000)::bigint as millis
                            from bucket
                            join ticket on ticket.current
                                and ticket.created_at >= bucket.from_at and ticket.created_at < bucket.to_at
                            left join visitor on visitor.id = ticket.visitor_id
                            where true
                        """, slice.zone().getId(), now)
                .andChannel("ticket.channel_id")
                .add(")\n")
                .select("fact.resolved, fact.millis");
    }
}
