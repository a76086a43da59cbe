package dev.rapport.revenue;

import dev.rapport.rollup.Contribution;
import jakarta.inject.Singleton;

/** What orders add, on the day, to the channel and the person of their first line; money in millionths. */
@Singleton
public class RevenueContribution implements Contribution {
    private static final String SQL = """
            with span as not materialized (select ?::timestamptz as from_at, ?::timestamptz as to_at)
            select added.measure::smallint, 0 as item, purchase.at, purchase.channel_id, purchase.person_id,
                   added.value::bigint
            from span
            join purchase on purchase.at >= span.from_at and purchase.at < span.to_at
            cross join lateral (values (60, 1), (61, purchase.amount * 1000000)) as added(measure, value)
            where added.value <> 0
            union all
            select 62::smallint, 0, first.at, first.channel_id, first.person_id, 1
            from span, person_first as first
            where first.kind = 2 and first.at >= span.from_at and first.at < span.to_at
            """;

    @Override
    public String family() {
        return "revenue";
    }

    @Override
    public String sql() {
        return SQL;
    }
}
