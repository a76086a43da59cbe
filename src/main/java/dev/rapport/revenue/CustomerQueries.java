package dev.rapport.revenue;

import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.db.SqlFile;

/** Builds the SQL of queries to subscriptions and orders about who is a customer. */
final class CustomerQueries {
    /**
     * Somebody is a customer at t when a span of his has started before t and has not ended before it. All spans of a person are
     * of the channel that won them: a plan bought elsewhere later moves nobody, so that the channels add up to the total.
     */
    static final String SUBSCRIPTIONS = """
            , span as (
                select first_value(channel_id) over theirs as channel_id, person_id, started_at, ended_at, amount,
                       started_at = first_value(started_at) over theirs as is_first,
                       first_value(started_at) over theirs as since
                from paying_time
                window theirs as (partition by person_id order by started_at, channel_id))
            """;

    /**
     * Orders that follow each other within the churn window, but those given back whole, are one span, which ends a window after the last.
     * The channel is that of the first order ever.
     */
    static final String ORDERS = SqlFile.of("revenue/customers_by_orders");

    private CustomerQueries() {}

    /** To be asked after the spans have been added: each with its person, in the order of people and channels. */
    static SliceSql spans(SliceSql sql, Grouping grouping) {
        return sql.add("select 1 as bucket, " + (grouping.byChannel() ? "channel.key" : "null::text") + " as channel,")
                .add("""
                        null::text as segment_value, span.person_id, span.is_first,
                        (extract(epoch from span.since) * 1000000)::bigint as since,
                        (extract(epoch from span.started_at) * 1000000)::bigint as started,
                        (extract(epoch from span.ended_at) * 1000000)::bigint as ended,
                        (span.amount * 1000000)::bigint as amount
                        from span join channel on channel.id = span.channel_id
                        where true
                        """)
                .andChannel("span.channel_id")
                .add("order by span.person_id, channel");
    }

    /** Which segment people were in from a day up to another, and whether it is asked for; person 0: if nothing is known. */
    static SliceSql segments(SliceSql sql) {
        return sql.add("""
                select 1 as bucket, null::text as channel, fit.segment_value, held.person_id, held.from_day, held.to_day,
                       fit.signature_id is not null as fits
                from (select person_id, from_day, to_day, signature_id from person_signature
                      union all select 0, '-infinity', 'infinity', 1) as held
                left join fit on fit.signature_id = held.signature_id
                """);
    }
}
