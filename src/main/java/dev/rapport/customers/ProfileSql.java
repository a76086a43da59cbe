package dev.rapport.customers;

import dev.rapport.db.ReportingTime;

/** What is asked of the facts about one person. */
final class ProfileSql {
    private static final String VISITORS = "select id from visitor where person_id = ?";

    static final String TOTALS = """
            with who as (%s),
            mine as (select person_id from visitor where id in (select id from who)),
            paid as (select sum(amount) - (select coalesce(sum(amount), 0) from refund
                                           where person_id in (select person_id from mine)) as amount,
                            count(*) as orders, min(at) as first_at, max(at) as last_at
                     from purchase where person_id in (select person_id from mine)),
            subscribed as (
                select sum(round(amount * floor(extract(epoch from least(coalesce(ended_at, now()), now()) - started_at)) / 2629800, 6))
                           as amount, min(started_at) as first_at
                from paying_subscription where started_at < now() and visitor_id in (select id from who)),
            came as (select count(*) as visits, min(started_at) as first_at, max(ended_at) as last_at
                     from session where person_id in (select person_id from visitor where id in (select id from who))),
            asked as (select count(*) as tickets, count(*) filter (where not resolved) as open,
                             min(created_at) as first_at, max(created_at) as last_at
                      from ticket where current and visitor_id in (select id from who)),
            said as (select max(at) as last_at from response
                     where current and score is not null and visitor_id in (select id from who))
            select coalesce(paid.amount, 0) + coalesce(subscribed.amount, 0), paid.orders, came.visits, asked.tickets, asked.open,
                   least(paid.first_at, subscribed.first_at, came.first_at, asked.first_at),
                   greatest(paid.last_at, came.last_at, asked.last_at, said.last_at)
            from paid, subscribed, came, asked, said
            """.formatted(VISITORS);

    /** The newest of each, the latest learnt first. */
    static final String TRAITS = """
            select trait, value, nullif(since, '-infinity')
            from (select distinct on (trait) trait, value, since from person_trait
                  where visitor_id in (%s) order by trait, since desc, id desc) as newest
            order by trait
            """.formatted(VISITORS);

    static final String SEGMENTS = """
            select segment_group.name, segment_value.name,
                   nullif(membership.from_day, '-infinity'), nullif(membership.to_day, 'infinity')
            from membership
            join segment_group on segment_group.id = membership.group_id
            join segment_value on segment_value.id = membership.value_id
            where membership.person_id = ?
            order by segment_group.position, segment_group.name, membership.from_day desc
            """;

    /** Visits, orders and tickets of the last 365 days, together. */
    static final String CHANNELS = """
            select channel.name, count(*) from (
                select channel_id from session where person_id = ? and started_at > now() - interval '365 days'
                union all select channel_id from purchase where person_id = ? and at > now() - interval '365 days'
                union all select ticket.channel_id from ticket join visitor on visitor.id = ticket.visitor_id
                          where ticket.current and visitor.person_id = ? and ticket.created_at > now() - interval '365 days') as contact
            join channel on channel.id = contact.channel_id
            group by channel.id, channel.name order by 2 desc, channel.position, 1
            """;

    static final String FEATURES = """
            select event_name.name, count(*) from event join event_name on event_name.id = event.name_id
            where event.kind = 3
              and (not exists (select from feature)
                   or event_name.name in (select feature.event_name from feature))
              and event.at > now() - interval '365 days' and event.visitor_id in (%s)
            group by event_name.name order by 2 desc, 1 limit 8
            """.formatted(VISITORS);

    static final String PRODUCTS = """
            select product, sum(quantity)::bigint from order_line
            where current and cancelled_at is null and not refund and product is not null and visitor_id in (%s)
            group by product order by 2 desc, 1 limit 8
            """.formatted(VISITORS);

    static final String HOURS = """
            select extract(hour from""" + ReportingTime.clock("started_at") + """
            )::int, count(*) from session
            where person_id = ? and started_at > now() - interval '365 days' group by 1
            """;

    private ProfileSql() {}
}
