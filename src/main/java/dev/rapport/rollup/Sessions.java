package dev.rapport.rollup;

import static dev.rapport.rollup.Statements.execute;
import static dev.rapport.rollup.Statements.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Sessions by the 30-minute rule: a person's events with no gap of more than 30 minutes. A session belongs to the day and
 * channel in which it starts and may go on for days. Whether an event starts one is local: it does when the same person
 * did nothing in the 30 minutes before.
 */
final class Sessions {
    private static final Duration GAP = Duration.ofMinutes(30);
    private static final int MANY_ROWS = 5_000;

    private static final String TABLES = """
            create temp table if not exists rollup_hit (
                person_id int not null, at timestamptz not null, visitor_id int not null, message_id uuid not null,
                kind smallint not null, page_id int, source_id int
            ) on commit delete rows;
            create temp table if not exists rollup_open (person_id int not null) on commit delete rows;
            """;

    private static final String HITS = """
            insert into rollup_hit
            select visitor.person_id, event.at, event.visitor_id, event.message_id, event.kind, event.page_id, event.source_id
            from event join visitor on visitor.id = event.visitor_id
            where event.at >= ? and event.at < ?
            """;

    private static final String OPEN = """
            insert into rollup_open
            select person_id from rollup_hit group by person_id having max(at) >= ?
            """;

    private static final String TAIL = """
            insert into rollup_hit
            select visitor.person_id, event.at, event.visitor_id, event.message_id, event.kind, event.page_id, event.source_id
            from rollup_open
            join visitor on visitor.person_id = rollup_open.person_id
            join event on event.visitor_id = visitor.id
            where event.at >= ? and event.at < ?
            """;

    private static final String BUILD = """
            insert into session (visitor_id, started_at, ended_at, person_id, day, channel_id, source_id, page_views,
                                 events, entry_page_id, exit_page_id)
            select visitors[1], started_at, ended_at, person_id, (started_at at time zone ?)::date,
                   coalesce(given_channel_id, source.channel_id, (select id from channel where key = 'direct')),
                   sources[1], page_views, events, pages[1], pages[cardinality(pages)]
            from (
                select person_id, min(at) as started_at, max(at) as ended_at,
                       array_agg(visitor_id order by at, visitor_id, message_id) as visitors,
                       array_agg(source_id order by at, visitor_id, message_id)
                           filter (where source_id is not null) as sources,
                       array_agg(page_id order by at, visitor_id, message_id)
                           filter (where kind = 1 and page_id is not null) as pages,
                       count(*) filter (where kind = 1) as page_views,
                       count(*) as events
                from (
                    select *, count(*) filter (where starts) over (
                               partition by person_id order by at, visitor_id, message_id) as number
                    from (
                        select *, at >= ? and coalesce(at - lag(at) over (
                                   partition by person_id order by at, visitor_id, message_id) > interval '30 minutes',
                                   true) as starts
                        from rollup_hit
                    ) as hit
                ) as numbered
                where number > 0
                group by person_id, number
                having min(at) < ?
            ) as visit
            left join traffic_source as source on source.id = sources[1]
            """;

    private final Connection connection;
    private final ZoneId zone;

    Sessions(Connection connection, ZoneId zone) {
        this.connection = connection;
        this.zone = zone;
    }

    /**
     * The days in which a session may change when events of the dirty days have, apart from {@link #after} them: those days
     * and earlier ones with a session that reached to half an hour before, or into, a dirty day. A stored session knows how
     * far it reached before the change, and a change cannot join it but within 30 minutes of that.
     */
    SortedSet<LocalDate> reach(SortedSet<LocalDate> dirty) throws SQLException {
        SortedSet<LocalDate> days = new TreeSet<>(dirty);
        for (DayRun run : DayRun.of(dirty)) {
            days.addAll(Statements.days(
                    connection,
                    "select distinct day from session where day < ? and ended_at >= ?",
                    run.from(),
                    run.start(zone).minus(GAP)));
        }
        return days;
    }

    /** The days after: whether their first events start a session depends on the evening before. */
    static SortedSet<LocalDate> after(SortedSet<LocalDate> dirty) {
        SortedSet<LocalDate> days = new TreeSet<>();
        DayRun.of(dirty).forEach(run -> days.add(run.to()));
        return days;
    }

    /**
     * The same as {@link #build}; answers only the days whose sessions are others now. When no event of a day itself has
     * changed, same sessions are made of the same events.
     */
    SortedSet<LocalDate> buildChanged(SortedSet<LocalDate> days) throws SQLException {
        Map<LocalDate, String> before = prints(days);
        build(days);
        Map<LocalDate, String> now = prints(days);
        SortedSet<LocalDate> changed = new TreeSet<>(days);
        changed.removeIf(day -> Objects.equals(before.get(day), now.get(day)));
        return changed;
    }

    private Map<LocalDate, String> prints(SortedSet<LocalDate> days) throws SQLException {
        Map<LocalDate, String> prints = new HashMap<>();
        try (var statement = connection.prepareStatement("""
                select day, md5(string_agg(session::text, '|' order by started_at, visitor_id))
                from session where day = any(?) group by day
                """)) {
            statement.setArray(1, Statements.dates(connection, days));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    prints.put(row.getObject(1, LocalDate.class), row.getString(2));
                }
            }
        }
        return prints;
    }

    /** Makes the sessions of the days anew; whose they were and are is added to {@code rollup_touched}. */
    void build(SortedSet<LocalDate> days) throws SQLException {
        execute(connection, TABLES);
        int built = 0;
        for (DayRun run : DayRun.of(days)) {
            update(connection, """
                    with gone as (delete from session where day >= ? and day < ? returning person_id)
                    insert into rollup_touched select distinct person_id from gone
                    """, run.from(), run.to());
            gather(run.start(zone), run.end(zone));
            built += update(connection, BUILD, zone.getId(), run.start(zone), run.end(zone));
            update(connection, """
                    insert into rollup_touched select distinct person_id from session where day >= ? and day < ?
                    """, run.from(), run.to());
        }
        if (built > MANY_ROWS) {
            // Else what reads them next is planned as if there were none; not worth waiting for the autovacuum, though.
            execute(connection, "analyze (skip_locked) session");
        }
    }

    /** All events of the run, half an hour before, and after it as far as anybody's session may go on. */
    private void gather(OffsetDateTime start, OffsetDateTime end) throws SQLException {
        execute(connection, "truncate rollup_hit");
        update(connection, HITS, start.minus(GAP), end);
        OffsetDateTime horizon = end;
        Duration step = Duration.ofHours(1);
        while (open(horizon) > 0) {
            update(connection, TAIL, horizon, horizon.plus(step));
            horizon = horizon.plus(step);
            step = step.multipliedBy(2);
        }
        execute(connection, "analyze rollup_hit");
    }

    private int open(OffsetDateTime horizon) throws SQLException {
        execute(connection, "truncate rollup_open");
        return update(connection, OPEN, horizon.minus(GAP));
    }
}
