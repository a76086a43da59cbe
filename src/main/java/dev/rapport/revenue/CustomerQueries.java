package dev.rapport.revenue;

import dev.rapport.query.Grouping;
import dev.rapport.query.SliceSql;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** What is asked of subscriptions and orders about who is a customer. */
final class CustomerQueries {
    /** Somebody is a customer at t when a span of his has started before t and has not ended before it. */
    static final String SUBSCRIPTIONS = """
            , span as (
                select subscription.channel_id, visitor.person_id, subscription.started_at, subscription.ended_at,
                       subscription.amount,
                       subscription.started_at = min(subscription.started_at) over (partition by visitor.person_id)
                           as is_first
                from subscription join visitor on visitor.id = subscription.visitor_id
                where subscription.current)
            """;

    /**
     * Orders that follow each other within the churn window are one span, which ends a window after the last. Parameters:
     * the window in hours, three times. The channel is that of the first order ever.
     */
    static final String ORDERS = """
            , bought as (
                select purchase.person_id, purchase.at,
                       lag(purchase.at) over (partition by purchase.person_id order by purchase.at) as before_at
                from purchase
                where purchase.at >= (select min(from_at) from bucket) - make_interval(hours => ?)
                  and purchase.at < (select max(to_at) from bucket)),
            numbered as (
                select person_id, at,
                       count(*) filter (where before_at is null or at > before_at + make_interval(hours => ?))
                           over (partition by person_id order by at) as span_no
                from bought),
            span as (
                select begun.channel_id, numbered.person_id, min(numbered.at) as started_at,
                       max(numbered.at) + make_interval(hours => ?) as ended_at, 0::numeric as amount,
                       min(numbered.at) = begun.at as is_first
                from numbered
                join person_first as begun on begun.kind = 2 and begun.person_id = numbered.person_id
                group by begun.channel_id, begun.at, numbered.person_id, numbered.span_no)
            """;

    private static final String STANDING = """
            , moment as (
                select bucket.*, least(to_at, ?) as end_at from bucket where from_at < ?),
            standing as (
                select moment.no as bucket, span.person_id, %s as channel_id, moment.from_day, moment.last_day,
                       span.is_first and span.started_at >= moment.from_at as fresh, span.amount,
                       span.started_at < moment.from_at
                           and (span.ended_at is null or span.ended_at >= moment.from_at) as at_start,
                       span.ended_at is null or span.ended_at >= moment.end_at as at_end
                from moment
                join span on span.started_at < moment.end_at
                    and (span.ended_at is null or span.ended_at >= moment.from_at)
                where true
            """;

    /** A person counts once, in the segment held when the bucket began, or, if no customer then, on its last day. */
    private static final String FACT = """
            ),
            fact as (
                select bucket, person_id, channel_id, bool_or(at_start) as at_start, bool_or(at_end) as at_end,
                       bool_or(fresh) as fresh,
                       case when bool_or(at_start) then from_day else last_day end as day,
                       coalesce(sum(amount) filter (where at_start), 0) as paid_at_start,
                       coalesce(sum(amount) filter (where at_end), 0) as paid_at_end
                from standing
                group by bucket, person_id, channel_id, from_day, last_day)
            """;

    private static final String COUNTED = """
            count(*) filter (where at_start) as at_start,
            count(*) filter (where at_end and not at_start) as added,
            count(*) filter (where at_end) as at_end,
            count(*) filter (where fresh) as fresh,
            sum(paid_at_start) as paid_at_start,
            sum(greatest(paid_at_start - paid_at_end, 0)) as paid_less,
            sum(paid_at_end) as paid_at_end
            """;

    private CustomerQueries() {}

    /** To be asked after the spans have been added. */
    static SliceSql stocks(SliceSql sql, Grouping grouping, Instant now) {
        OffsetDateTime moment = now.atOffset(ZoneOffset.UTC);
        String channel = grouping.byChannel() ? "span.channel_id" : "null::smallint";
        return sql.add(STANDING.formatted(channel), moment, moment)
                .andChannel("span.channel_id")
                .add(FACT)
                .select(COUNTED)
                .add(" group by 1, 2, 3");
    }
}
