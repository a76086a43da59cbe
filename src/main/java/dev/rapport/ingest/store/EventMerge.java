package dev.rapport.ingest.store;

import dev.rapport.channel.Arrival;
import dev.rapport.channel.TrafficSources;
import dev.rapport.rollup.DirtyDays;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows into events: the first that comes with a message id counts, for ever. */
final class EventMerge {
    /**
     * So many rows at a time, in order of time, are stored in order of visitors: then two of the indexes are walked along
     * instead of being hit all over, and a day's events still stand close to each other.
     */
    private static final int ROWS_TOGETHER = 1 << 20;

    private static final String FRESH = "insert into import_created (import_id, kind, ref) select ?, ?, id from ";

    private EventMerge() {}

    static long run(Connection connection, long rows, int importId) throws SQLException {
        dictionaries(connection, importId);
        sources(connection, importId);
        // a file that is one part needs no numbering
        String part = rows <= ROWS_TOGETHER ? "0" : "row_number() over (order by s.f_at) / " + ROWS_TOGETHER;
        long stored = Sql.update(connection, """
                insert into event (visitor_id, message_id, at, kind, name_id, page_id, source_id, scroll_percent,
                                   visible_ms, import_id, properties)
                select visitor_id, message, at, kind, name_id, page_id, source_id, scroll, visible_ms, ?::int, properties
                from (
                    select v.id as visitor_id, s.message, s.f_at as at, s.f_kind::smallint as kind, n.id as name_id,
                           p.id as page_id, src.id as source_id, s.f_scroll as scroll, s.f_visible_ms as visible_ms,
                           s.f_properties as properties, %s as part
                    from import_winner s
                    join visitor v on v.key = s.person
                    join event_name n on n.name = s.f_event
                    left join page p on p.path = s.f_path
                    left join import_channel c on c.name = s.f_channel
                    left join import_source src on src.channel_id is not distinct from c.id
                          and src.utm_source = s.f_utm_source and src.utm_medium = s.f_utm_medium
                          and src.utm_campaign = s.f_utm_campaign and src.referrer_host = s.f_referrer_host
                          and src.click_id = s.f_click_id
                ) as ready
                order by (part::bigint << 32) + visitor_id
                on conflict (visitor_id, message_id) do nothing
                """.formatted(part), importId);
        DirtyDays.mark(connection, "behaviour", "select at from event where import_id = " + importId);
        return stored;
    }

    private static void dictionaries(Connection connection, int importId) throws SQLException {
        Sql.update(connection, """
                with fresh as (
                    insert into event_name (name) select distinct f_event from import_winner order by 1
                    on conflict do nothing returning id
                ) """ + FRESH + "fresh", importId, "event_name");
        Sql.update(connection, """
                with fresh as (
                    insert into page (path, title)
                    select f_path, max(f_title) from import_winner where f_path is not null group by 1 order by 1
                    on conflict do nothing returning id
                ) """ + FRESH + "fresh", importId, "page");
    }

    private static void sources(Connection connection, int importId) throws SQLException {
        long last = Sql.number(connection, "select coalesce(max(id), 0) from traffic_source");
        Sql.execute(connection, """
                create temp table import_source (channel_id smallint, utm_source text, utm_medium text, utm_campaign text,
                    referrer_host text, click_id text, id int) on commit drop
                """);
        TrafficSources sources = new TrafficSources(connection);
        List<Arrival> arrivals = new ArrayList<>();
        try (var statement = connection.prepareStatement("""
                        select distinct c.id, f_utm_source, f_utm_medium, f_utm_campaign, f_referrer_host, f_click_id
                        from (select distinct f_channel, f_utm_source, f_utm_medium, f_utm_campaign, f_referrer_host,
                                     f_click_id from import_winner) as s
                        left join import_channel c on c.name = s.f_channel
                        where c.id is not null
                           or f_utm_source || f_utm_medium || f_utm_campaign || f_referrer_host || f_click_id <> ''
                        """);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                arrivals.add(new Arrival(
                        row.getObject(1) == null ? null : row.getShort(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
            }
        }
        keep(connection, sources.ids(arrivals));
        Sql.execute(connection, "analyze import_source");
        Sql.update(
                connection,
                FRESH + "traffic_source where id > ? and id in (select id from import_source)",
                importId,
                "traffic_source",
                last);
    }

    private static void keep(Connection connection, Map<Arrival, Integer> ids) throws SQLException {
        try (var statement = connection.prepareStatement("insert into import_source values (?, ?, ?, ?, ?, ?, ?)")) {
            for (var entry : ids.entrySet()) {
                Arrival arrival = entry.getKey();
                statement.setObject(1, arrival.givenChannelId(), java.sql.Types.SMALLINT);
                statement.setString(2, arrival.utmSource());
                statement.setString(3, arrival.utmMedium());
                statement.setString(4, arrival.utmCampaign());
                statement.setString(5, arrival.referrerHost());
                statement.setString(6, arrival.clickId());
                statement.setInt(7, entry.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
