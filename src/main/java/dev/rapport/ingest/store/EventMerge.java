package dev.rapport.ingest.store;

import dev.rapport.behaviour.PageSpelling;
import dev.rapport.channel.Arrival;
import dev.rapport.channel.TrafficSources;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.SqlFile;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Stores staged rows as events: the first that comes with a message id counts, for ever. */
final class EventMerge {
    /**
     * So many rows at a time, in order of time, are stored in order of visitors: then two of the indexes are walked along
     * instead of being hit all over, and a day's events still stand close to each other.
     */
    private static final int ROWS_TOGETHER = 1 << 20;

    private static final String FRESH = "insert into import_created (import_id, kind, ref) select ?, ?, id from ";

    private EventMerge() {}

    /**
     * @param met the rows that wait, as if all were new
     * @return with those told apart that were known
     */
    static ImportCounts run(Handle handle, ImportCounts met, int importId) {
        long rows = met.stored();
        dictionaries(handle, importId);
        sources(handle, importId);
        numbers(handle);
        // a file that is one part needs no numbering
        String part = rows <= ROWS_TOGETHER ? "0" : "row_number() over (order by e.f_at) / " + ROWS_TOGETHER;
        long stored = handle.execute(SqlFile.of("ingest/store_events").formatted(part), importId);
        if (stored < rows) {
            RepeatedRows.noteEvents(handle, importId);
        }
        // rows that wait are read faster than what became of them
        DirtyDays.mark(
                handle,
                "behaviour",
                stored == rows
                        ? "select f_at from import_event"
                        : "select at from event where import_id = " + importId);
        long kept = stored == rows ? 0 : handle.select(OTHER).mapTo(long.class).one();
        return new ImportCounts(stored, met.same() + rows - stored - kept, 0, kept, met.repeated(), 0);
    }

    /** Rows whose id another event of the same visitor has: another time, or another name. */
    private static final String OTHER = """
            select count(*) from import_event e join import_visitor v on v.no = e.person_no
            join import_name_id n on n.no = e.name_no
            join event known on known.visitor_id = v.id and known.message_id = e.message
            where known.at <> e.f_at or known.name_id <> n.id
            """;

    /** What the numbers of the rows mean, as ids. */
    private static void numbers(Handle handle) {
        handle.execute("""
                create temp table import_visitor on commit drop as
                    select p.no, v.id from import_person p join visitor v on v.key = p.key;
                create temp table import_name_id on commit drop as
                    select i.no, n.id from import_name i join event_name n on n.name = i.name;
                create temp table import_page_id on commit drop as
                    select i.no, p.id from import_page i join page p on p.path = i.path;
                create temp table import_way_id on commit drop as
                    select w.no, s.id from import_way w
                    left join import_channel c on c.name = w.channel
                    join import_source s on s.channel_id is not distinct from c.id
                         and s.utm_source = w.utm_source and s.utm_medium = w.utm_medium
                         and s.utm_campaign = w.utm_campaign and s.referrer_host = w.referrer_host
                         and s.click_id = w.click_id;
                analyze import_visitor; analyze import_name_id; analyze import_page_id; analyze import_way_id
                """);
    }

    private static void dictionaries(Handle handle, int importId) {
        handle.execute("""
                with fresh as (
                    insert into event_name (name) select distinct name from import_name order by 1
                    on conflict do nothing returning id
                ) """ + FRESH + "fresh", importId, "event_name");
        long lastPage = handle.select("select coalesce(max(id), 0) from page")
                .mapTo(long.class)
                .one();
        handle.execute("""
                with fresh as (
                    insert into page (path, title)
                    select path, max(title) from import_page group by 1 order by 1
                    on conflict do nothing returning id
                ) """ + FRESH + "fresh", importId, "page");
        PageSpelling.spellAfter(handle, lastPage);
    }

    private static void sources(Handle handle, int importId) {
        long last = handle.select("select coalesce(max(id), 0) from traffic_source")
                .mapTo(long.class)
                .one();
        handle.execute("""
                create temp table import_source (channel_id smallint, utm_source text, utm_medium text, utm_campaign text,
                    referrer_host text, click_id text, id int) on commit drop
                """);
        TrafficSources sources = new TrafficSources(handle);
        List<Arrival> arrivals = handle.select("""
                        select distinct c.id, utm_source, utm_medium, utm_campaign, referrer_host, click_id
                        from import_way w left join import_channel c on c.name = w.channel
                        """)
                .map((row, context) -> new Arrival(
                        row.getObject(1) == null ? null : row.getShort(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
        keep(handle, sources.ids(arrivals));
        handle.execute("analyze import_source");
        handle.execute(
                FRESH + "traffic_source where id > ? and id in (select id from import_source)",
                importId,
                "traffic_source",
                last);
    }

    private static void keep(Handle handle, Map<Arrival, Integer> ids) {
        try (PreparedBatch batch = handle.prepareBatch("insert into import_source values (?, ?, ?, ?, ?, ?, ?)")) {
            ids.forEach((arrival, id) -> batch.add(
                    arrival.givenChannelId(),
                    arrival.utmSource(),
                    arrival.utmMedium(),
                    arrival.utmCampaign(),
                    arrival.referrerHost(),
                    arrival.clickId(),
                    id));
            batch.execute();
        }
    }
}
