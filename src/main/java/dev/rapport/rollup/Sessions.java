package dev.rapport.rollup;

import static dev.rapport.rollup.Statements.execute;
import static dev.rapport.rollup.Statements.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
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
                kind smallint not null, page_id int, source_id int, visible_ms int, scroll_percent smallint
            ) on commit delete rows;
            create temp table if not exists rollup_open (person_id int not null) on commit delete rows;
            create temp table if not exists rollup_session on commit delete rows as select * from session with no data;
            create temp table if not exists rollup_session_change (
                visitor_id int, started_at timestamptz, day date, former_id int, person_id int, last_at timestamptz
            ) on commit delete rows;
            create temp table if not exists rollup_late (person_id int not null) on commit delete rows;
            """;

    private static final String HITS = """
            insert into rollup_hit
            select visitor.person_id, event.at, event.visitor_id, event.message_id, event.kind, event.page_id, event.source_id,
                   event.visible_ms, event.scroll_percent
            from event join visitor on visitor.id = event.visitor_id
            where event.at >= ? and event.at < ?
            """;

    /** Of those whose evening before is another now; who did nothing else there starts the day as before. */
    private static final String LATE = """
            insert into rollup_late
            select person_id from rollup_session_change
            where started_at < ? and last_at >= ? and person_id is not null
            union
            select former_id from rollup_session_change
            where started_at < ? and last_at >= ? and former_id is not null
            """;

    private static final String HITS_OF_LATE = """
            insert into rollup_hit
            select visitor.person_id, event.at, event.visitor_id, event.message_id, event.kind, event.page_id, event.source_id,
                   event.visible_ms, event.scroll_percent
            from rollup_late
            join visitor on visitor.person_id = rollup_late.person_id
            join event on event.visitor_id = visitor.id
            where event.at >= ? and event.at < ?
            """;

    private static final String OPEN = """
            insert into rollup_open select distinct person_id from rollup_hit where at >= ?
            """;

    private static final String TAIL = """
            insert into rollup_hit
            select visitor.person_id, event.at, event.visitor_id, event.message_id, event.kind, event.page_id, event.source_id,
                   event.visible_ms, event.scroll_percent
            from rollup_open
            join visitor on visitor.person_id = rollup_open.person_id
            join event on event.visitor_id = visitor.id
            where event.at >= ? and event.at < ?
            """;

    /**
     * One pass over the events in the order of persons and time. What the first or last of a session's events says comes
     * along in the low half of a number whose high half is the event's turn: so that it is a mere min or max, in need of no
     * second sort.
     */
    private static final String BUILD = """
            insert into %s (visitor_id, started_at, ended_at, person_id, day, channel_id, source_id, page_views,
                            events, entry_page_id, exit_page_id, visible_ms, timed_views, scroll_percent, scrolled_views)
            select (visitor & 4294967295)::int, started_at, ended_at, person_id, (started_at at time zone ?)::date,
                   coalesce(given_channel_id, source.channel_id, (select id from channel where key = 'direct')),
                   visit.source_id, page_views, events, (entry_page & 4294967295)::int, (exit_page & 4294967295)::int,
                   visible_ms, timed_views, scroll_percent, scrolled_views
            from (
                select person_id, min(at) as started_at, max(at) as ended_at,
                       min(turn << 32 | visitor_id) as visitor,
                       (min(turn << 32 | source_id) & 4294967295)::int as source_id,
                       min(turn << 32 | page_id) filter (where kind = 1) as entry_page,
                       max(turn << 32 | page_id) filter (where kind = 1) as exit_page,
                       count(*) filter (where kind = 1) as page_views,
                       count(*) as events,
                       coalesce(sum(visible_ms) filter (where kind = 1), 0) as visible_ms,
                       count(visible_ms) filter (where kind = 1) as timed_views,
                       coalesce(sum(scroll_percent) filter (where kind = 1), 0) as scroll_percent,
                       count(scroll_percent) filter (where kind = 1) as scrolled_views
                from (
                    select *, count(*) filter (where starts) over (
                               partition by person_id order by at, visitor_id, message_id
                               rows unbounded preceding) as number
                    from (
                        select *, row_number() over theirs as turn,
                               at >= ? and coalesce(at - lag(at) over theirs > interval '30 minutes', true) as starts
                        from rollup_hit
                        window theirs as (partition by person_id order by at, visitor_id, message_id)
                    ) as hit
                ) as numbered
                where number > 0
                group by person_id, number
                having min(at) < ?
            ) as visit
            left join traffic_source as source on source.id = visit.source_id
            """;

    private static final String COMPARE = """
            insert into rollup_session_change
            select visitor_id, started_at, coalesce(now.day, kept.day), kept.person_id, now.person_id,
                   greatest(now.ended_at, kept.ended_at)
            from (select * from session where day >= ? and day < ? and %s) as kept
            full join (select * from rollup_session) as now using (visitor_id, started_at)
            where kept is distinct from now
            """;

    private static final String THEIRS = """
            (person_id in (select person_id from rollup_late)
                or (visitor_id, started_at) in (select visitor_id, started_at from rollup_session))""";

    private static final String DELETE = """
            delete from session using rollup_session_change as change
            where (session.visitor_id, session.started_at) = (change.visitor_id, change.started_at)
              and change.person_id is null
            """;

    private static final String UPDATE = """
            update session
            set ended_at = now.ended_at, person_id = now.person_id, day = now.day, channel_id = now.channel_id,
                source_id = now.source_id, page_views = now.page_views, events = now.events,
                entry_page_id = now.entry_page_id, exit_page_id = now.exit_page_id,
                visible_ms = now.visible_ms, timed_views = now.timed_views,
                scroll_percent = now.scroll_percent, scrolled_views = now.scrolled_views
            from rollup_session_change as change
            join rollup_session as now using (visitor_id, started_at)
            where (session.visitor_id, session.started_at) = (change.visitor_id, change.started_at)
              and change.former_id is not null
            """;

    private static final String INSERT = """
            insert into session
            select now.* from rollup_session_change as change
            join rollup_session as now using (visitor_id, started_at)
            where change.former_id is null
            order by now.started_at
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
            OffsetDateTime start = run.start(zone);
            days.addAll(Statements.days(
                    connection,
                    """
                    select distinct day from session
                    where day < ? and started_at >= ? and started_at < ? and ended_at >= ?
                    union
                    select distinct day from session
                    where day < ? and ended_at >= ? and ended_at - started_at >= interval '23 hours'
                    """,
                    run.from(),
                    start.minusDays(1),
                    start,
                    start.minus(GAP),
                    run.from(),
                    start.minus(GAP)));
        }
        return days;
    }

    /** The days after: whether their first events start a session depends on the evening before. */
    private static SortedSet<LocalDate> after(SortedSet<LocalDate> dirty) {
        SortedSet<LocalDate> days = new TreeSet<>();
        DayRun.of(dirty).forEach(run -> days.add(run.to()));
        return days;
    }

    /**
     * Makes the sessions of the days anew, and those with which people begin the days after, and writes those that differ;
     * whose they were and are is added to {@code rollup_touched}.
     *
     * @param later days that will be made afterwards
     * @return the days after whose sessions are others now. When no event of a day itself has changed, same sessions are
     *     made of the same events.
     */
    SortedSet<LocalDate> build(SortedSet<LocalDate> days, Set<LocalDate> later) throws SQLException {
        execute(connection, TABLES);
        execute(connection, "truncate rollup_session_change");
        int changes = 0;
        for (DayRun run : DayRun.of(days)) {
            hits(HITS, run);
            changes += write(run, "true");
        }
        SortedSet<LocalDate> after = after(days);
        after.removeAll(later);
        for (LocalDate day : after) {
            DayRun run = new DayRun(day, day.plusDays(1));
            OffsetDateTime start = run.start(zone);
            execute(connection, "truncate rollup_late");
            if (update(connection, LATE, start, start.minus(GAP), start, start.minus(GAP)) > 0) {
                execute(connection, "analyze rollup_late");
                hits(HITS_OF_LATE, run);
                changes += write(run, THEIRS);
            }
        }
        if (changes > MANY_ROWS) {
            analyzeIfGrown(changes);
        }
        update(connection, """
                insert into rollup_touched
                select person_id from rollup_session_change where person_id is not null
                union select former_id from rollup_session_change where former_id is not null
                """);
        after.retainAll(Statements.days(connection, "select distinct day from rollup_session_change"));
        return after;
    }

    private int write(DayRun run, String kept) throws SQLException {
        execute(connection, "truncate rollup_session");
        update(connection, BUILD.formatted("rollup_session"), zone.getId(), run.start(zone), run.end(zone));
        execute(connection, "analyze rollup_session");
        int changes = update(connection, COMPARE.formatted(kept), run.from(), run.to());
        if (changes > MANY_ROWS) {
            execute(connection, "analyze rollup_session_change");
        }
        update(connection, DELETE);
        update(connection, UPDATE);
        update(connection, INSERT);
        return changes;
    }

    /** Writes the sessions of a span of which none are kept yet. */
    void load(DayRun run) throws SQLException {
        execute(connection, TABLES);
        hits(HITS, run);
        update(connection, BUILD.formatted("session"), zone.getId(), run.start(zone), run.end(zone));
    }

    // Else what reads them next is planned as if there were none; not worth waiting for the autovacuum, though.
    private void analyzeIfGrown(int changes) throws SQLException {
        try (var statement = Statements.prepare(
                        connection,
                        "select reltuples < ? from pg_class where oid = 'session'::regclass",
                        changes * 10f);
                var row = statement.executeQuery()) {
            if (row.next() && row.getBoolean(1)) {
                execute(connection, "analyze (skip_locked) session");
            }
        }
    }

    /** All events of the run, half an hour before, and after it as far as anybody's session may go on. */
    private void hits(String of, DayRun run) throws SQLException {
        execute(connection, "truncate rollup_hit");
        OffsetDateTime horizon = run.end(zone);
        update(connection, of, run.start(zone).minus(GAP), horizon);
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
        int open = update(connection, OPEN, horizon.minus(GAP));
        if (open > 0) {
            execute(connection, "analyze rollup_open");
        }
        return open;
    }
}
