package dev.rapport.customers;

import dev.rapport.customers.TimelineFilter.Before;
import dev.rapport.customers.TimelineFilter.Kind;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What happened with one customer, over all channels, the newest first.
 *
 * @param next to go on from; empty at the end
 */
public record Timeline(List<Entry> entries, Optional<Before> next) {
    /**
     * @param about subject, plan, survey, network, first page: what the facts call it; may be empty
     * @param amount money of orders and subscriptions, points of answers, pages of visits
     * @param detail a comment, an issue type; may be empty
     * @param until when it ended or was resolved
     */
    public record Entry(
            Kind kind,
            Instant at,
            String channel,
            String about,
            Optional<BigDecimal> amount,
            String detail,
            Optional<Instant> until) {}

    // Numbers tell kinds apart within a moment: an order and the visit in which it was placed may share theirs.
    private static final String VISITS = """
            select 'VISIT' as kind, started_at as at, visitor_id::bigint * 8 as number, session.channel_id, page.shown as about,
                   page_views::numeric as amount, utm_campaign as detail, ended_at as until
            from session left join page on page.id = entry_page_id left join traffic_source on traffic_source.id = source_id
            where person_id = ?
            """;
    private static final String ORDERS = """
            select 'ORDER', at, number, channel_id,
                   (select string_agg(distinct product, ', ') from order_line as line
                    where line.order_key = moved.order_key and line.current and line.cancelled_at is null
                      and line.refund = (moved.amount < 0)),
                   amount, plain_key(order_key), null::timestamptz
            from (select at, abs(hashtext(order_key))::bigint * 8 + 1 as number, channel_id, amount, order_key, person_id
                  from purchase
                  union all
                  select at, abs(hashtext(order_key))::bigint * 8 + 6, channel_id, -amount, order_key, person_id
                  from refund) as moved
            where person_id = ?
            """;
    private static final String TICKETS = """
            select 'TICKET', created_at, id * 8 + 2, channel_id, subject, null::numeric, issue_type, resolved_at
            from ticket where current and visitor_id in (select id from visitor where person_id = ?)
            """;
    private static final String ANSWERS = """
            select 'ANSWER', response.at, response.id * 8 + 3, channel_id, survey.name, response.score::numeric, comment,
                   null::timestamptz
            from response join survey on survey.id = response.survey_id
            where response.current and visitor_id in (select id from visitor where person_id = ?)
            """;
    private static final String MENTIONS = """
            select 'MENTION', at, id * 8 + 4, channel_id, network, null::numeric, text, null::timestamptz
            from mention where current and visitor_id in (select id from visitor where person_id = ?)
            """;
    private static final String SUBSCRIPTIONS = """
            select 'SUBSCRIPTION', started_at, id * 8 + 5, channel_id, plan, amount, null::text, ended_at
            from subscription where current and visitor_id in (select id from visitor where person_id = ?)
            """;

    private static String sql(Kind kind) {
        return switch (kind) {
            case VISIT -> VISITS;
            case ORDER -> ORDERS;
            case TICKET -> TICKETS;
            case ANSWER -> ANSWERS;
            case MENTION -> MENTIONS;
            case SUBSCRIPTION -> SUBSCRIPTIONS;
        };
    }

    /** Each kind gives no more than a page holds, so that a long life is not read for one page of it. */
    static Timeline read(Connection connection, int person, TimelineFilter filter) throws SQLException {
        List<Kind> kinds = filter.kind().map(List::of).orElse(List.of(Kind.values()));
        String bounded = "(select * from (%s) as one (kind, at, number, channel_id, about, amount, detail, until)"
                + " where (at, number) < (timestamptz 'epoch' + ? * interval '1 microsecond', ?) order by at desc, number desc limit ?)";
        String all =
                kinds.stream().map(kind -> bounded.formatted(sql(kind))).collect(Collectors.joining(" union all "));
        String select =
                "select kind, at, number, channel.name, coalesce(about, ''), amount, coalesce(detail, ''), until,"
                        + " (extract(epoch from at) * 1000000)::bigint from (" + all
                        + ") as entry join channel on channel.id = entry.channel_id order by at desc, number desc limit ?";
        Before before = filter.before().orElse(new Before(253_402_300_799_000_000L, Long.MAX_VALUE));
        List<Entry> entries = new ArrayList<>();
        List<Before> places = new ArrayList<>();
        try (var statement = connection.prepareStatement(select)) {
            int parameter = 1;
            for (int i = 0; i < kinds.size(); i++) {
                statement.setInt(parameter++, person);
                statement.setLong(parameter++, before.micros());
                statement.setLong(parameter++, before.number());
                statement.setInt(parameter++, filter.limit() + 1);
            }
            statement.setInt(parameter, filter.limit() + 1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                    places.add(new Before(row.getLong(9), row.getLong(3)));
                }
            }
        }
        boolean more = entries.size() > filter.limit();
        return new Timeline(
                List.copyOf(more ? entries.subList(0, filter.limit()) : entries),
                more ? Optional.of(places.get(filter.limit() - 1)) : Optional.empty());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                Kind.valueOf(row.getString(1)),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getBigDecimal(6)),
                row.getString(7),
                Optional.ofNullable(row.getObject(8, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
