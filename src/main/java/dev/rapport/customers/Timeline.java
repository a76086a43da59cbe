package dev.rapport.customers;

import dev.rapport.customers.TimelineFilter.Before;
import dev.rapport.db.SqlBuilder;
import dev.rapport.fact.FactTypes;
import dev.rapport.fact.TimelineLine;
import dev.rapport.fact.TimelineLine.Amount;
import dev.rapport.fact.TimelineLine.End;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Lists what happened with one customer, over all channels, the newest first.
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
            TimelineLine kind,
            Instant at,
            String channel,
            String about,
            Optional<BigDecimal> amount,
            String detail,
            Optional<Instant> until) {}

    private static final TimelineLine VISITS = new TimelineLine("visit", Amount.PAGES, End.NONE, """
            select started_at, visitor_id::bigint, session.channel_id, page.shown, page_views::numeric, utm_campaign, ended_at
            from session left join page on page.id = entry_page_id left join traffic_source on traffic_source.id = source_id
            where person_id = ?
            """);

    /** Orders and, with an amount below zero, what was given back of them. */
    private static final TimelineLine ORDERS = new TimelineLine("order", Amount.MONEY, End.NONE, """
            select at, number, channel_id,
                   (select string_agg(distinct product, ', ') from order_line as line
                    where line.order_key = moved.order_key and line.current and line.cancelled_at is null
                      and line.refund = (moved.amount < 0)),
                   amount, plain_key(order_key), null::timestamptz
            from (select at, abs(hashtext(order_key)::bigint) * 2 as number, channel_id, amount, order_key, person_id
                  from purchase
                  union all
                  select at, abs(hashtext(order_key)::bigint) * 2 + 1, channel_id, -amount, order_key, person_id
                  from refund) as moved
            where person_id = ?
            """);

    /** What happens with customers: visits and orders, which are derived, and facts that have a line in a timeline. */
    public static final List<TimelineLine> KINDS = Stream.concat(
                    Stream.of(VISITS, ORDERS), FactTypes.all().stream().flatMap(type -> type.timeline().stream()))
            .toList();

    /** Numbers tell kinds apart within a moment: an order and the visit in which it was placed may share theirs. */
    private static final int MOST_KINDS = 16;

    private static final String BOUNDED = """
            (select %2$d as kind, at, id * %3$d + %2$d as number, channel_id, about, amount, detail, until
             from (%1$s) as one (at, id, channel_id, about, amount, detail, until)
             where (at, id * %3$d + %2$d) < (timestamptz 'epoch' + ? * interval '1 microsecond', ?)
             order by at desc, number desc limit ?)
            """;

    /** Each kind gives no more than a page holds, so that a long life is not read for one page of it. */
    static Timeline read(Handle handle, int person, TimelineFilter filter) {
        List<TimelineLine> kinds = filter.kind().map(List::of).orElse(KINDS);
        String all = kinds.stream()
                .map(kind -> BOUNDED.formatted(kind.select(), KINDS.indexOf(kind), MOST_KINDS))
                .collect(Collectors.joining(" union all "));
        String select =
                "select kind, at, number, channel.name, coalesce(about, ''), amount, coalesce(detail, ''), until,"
                        + " (extract(epoch from at) * 1000000)::bigint from (" + all
                        + ") as entry join channel on channel.id = entry.channel_id order by at desc, number desc limit ?";
        Before before = filter.before().orElse(new Before(253_402_300_799_000_000L, Long.MAX_VALUE));
        List<Object> values = new ArrayList<>();
        kinds.forEach(kind -> values.addAll(List.of(person, before.micros(), before.number(), filter.limit() + 1)));
        values.add(filter.limit() + 1);
        List<Entry> entries = new ArrayList<>();
        List<Before> places = new ArrayList<>();
        new SqlBuilder().add(select, values.toArray()).read(handle, row -> {
            entries.add(entry(row));
            places.add(new Before(row.getLong(9), row.getLong(3)));
        });
        boolean more = entries.size() > filter.limit();
        return new Timeline(
                List.copyOf(more ? entries.subList(0, filter.limit()) : entries),
                more ? Optional.of(places.get(filter.limit() - 1)) : Optional.empty());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                KINDS.get(row.getInt(1)),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getBigDecimal(6)),
                row.getString(7),
                Optional.ofNullable(row.getObject(8, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
