package dev.rapport.customers;

import dev.rapport.db.ReportingTime;
import dev.rapport.db.SqlFile;

/** Holds the SQL that reads one person's facts. */
final class ProfileSql {
    private static final String VISITORS = "select id from visitor where person_id = ?";

    static final String TOTALS = SqlFile.of("customers/profile_totals").formatted(VISITORS);

    /** The newest of each, the latest learnt first. */
    static final String TRAITS = """
            select trait, value, nullif(since, '-infinity')
            from (select distinct on (trait) trait, value, since from person_trait
                  where visitor_id in (%s) order by trait, since desc, id desc) as newest
            order by trait
            """.formatted(VISITORS);

    static final String SEGMENTS = """
            select segment_group.name, segment_value.name,
                   nullif(membership.from_day, '-infinity'), nullif(membership.to_day, 'infinity'), segment_value.key
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
