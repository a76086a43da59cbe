package dev.rapport.cube.build;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jdbi.v3.core.Handle;

/**
 * Collects the events of which sessions are made, with their persons; in {@code rollup_hit}, unless sessions are made
 * at once.
 */
final class SessionEvents {
    /** After so much rest a new session begins. */
    static final Duration GAP = Duration.ofMinutes(30);

    /** Of so many days at most, visitors are looked up one by one instead of reading them all. */
    private static final int FEW_DAYS = 4;

    /** Of a table with more rows a wrong guess would be dear. */
    private static final int MANY_ROWS = 60_000;

    private static final String TABLES = """
            create temp table if not exists rollup_hit (
                person_id int not null, at timestamptz not null, visitor_id int not null, message_id uuid not null,
                kind smallint not null, page_id int, source_id int, visible_ms int, scroll_percent smallint
            ) on commit delete rows;
            create temp table if not exists rollup_open (person_id int not null) on commit delete rows;
            create temp table if not exists rollup_theirs (person_id int not null) on commit delete rows;
            truncate rollup_hit
            """;

    static final String TABLE = "rollup_hit";

    private static final String SELECT = """
            select visitor.person_id, event.at, event.visitor_id, event.message_id, event.kind, event.page_id, event.source_id,
                   event.visible_ms, event.scroll_percent
            """;

    private static final String COLUMNS = "insert into rollup_hit\n" + SELECT;

    private static final String EVENTS = """
            from event join visitor on visitor.id = event.visitor_id
            where event.at >= ? and event.at < ?
            """;

    private static final String OF_ALL = COLUMNS + EVENTS;

    /** The planner takes a look-up for dearer than it is and would read 600,000 visitors for 10,000; offset forbids it. */
    private static final String OF_FEW_DAYS = COLUMNS + """
            from event
            cross join lateral (select person_id from visitor where id = event.visitor_id offset 0) as visitor
            where event.at >= ? and event.at < ?
            """;

    private static final String OF_THEIRS = COLUMNS + """
            from (select distinct person_id from rollup_theirs) as theirs
            join visitor on visitor.person_id = theirs.person_id
            join event on event.visitor_id = visitor.id
            where event.at >= ? and event.at < ?
            """;

    /** Who did something in a time. */
    static final String AT_IT = "insert into rollup_theirs select visitor.person_id\n" + EVENTS;

    /** In place of the table: what all others did, without keeping it first. */
    static final String OF_OTHERS = "(" + SELECT + EVENTS + """
              and not exists (select from rollup_theirs where rollup_theirs.person_id = visitor.person_id)
            ) as rollup_hit""";

    private static final String OPEN = """
            insert into rollup_open select distinct person_id from rollup_hit where at >= ?
            """;

    private static final String TAIL = COLUMNS + """
            from rollup_open
            join visitor on visitor.person_id = rollup_open.person_id
            join event on event.visitor_id = visitor.id
            where event.at >= ? and event.at < ?
            """;

    private final Handle handle;
    private final ZoneId zone;

    SessionEvents(Handle handle, ZoneId zone) {
        this.handle = handle;
        this.zone = zone;
    }

    /** All events of the run, half an hour before, and after it as far as anybody's session may go on. */
    void all(DayRange run) {
        handle.execute(TABLES);
        boolean few = !run.from().plusDays(FEW_DAYS).isBefore(run.to());
        gather(few ? OF_FEW_DAYS : OF_ALL, run);
    }

    /**
     * The same of some people.
     *
     * @param whose SQL that puts them into {@code rollup_theirs}
     * @return whether there are any
     */
    boolean ofThose(DayRange run, String whose, Object... values) {
        handle.execute(TABLES);
        handle.execute("truncate rollup_theirs");
        if (handle.execute(whose, values) == 0) {
            return false;
        }
        handle.execute("analyze rollup_theirs");
        gather(OF_THEIRS, run);
        return true;
    }

    private void gather(String sql, DayRange run) {
        OffsetDateTime horizon = run.end(zone);
        int rows = handle.execute(sql, run.start(zone).minus(GAP), horizon);
        Duration step = Duration.ofHours(1);
        while (open(horizon) > 0) {
            rows += handle.execute(TAIL, horizon, horizon.plus(step));
            horizon = horizon.plus(step);
            step = step.multipliedBy(2);
        }
        analyze(handle, "rollup_hit", rows);
    }

    private int open(OffsetDateTime horizon) {
        handle.execute("truncate rollup_open");
        int open = handle.execute(OPEN, horizon.minus(GAP));
        if (open > 0) {
            handle.execute("analyze rollup_open");
        }
        return open;
    }

    /**
     * Statistics of a table of a moment, when it has so many rows that a wrong guess would be dear. Of a small one PostgreSQL
     * knows the size, and from that guesses well enough; not so for joins of two such tables by several columns, which have to be
     * written so that no guess matters.
     */
    static void analyze(Handle handle, String table, int rows) {
        if (rows > MANY_ROWS) {
            handle.execute("analyze " + table);
        }
    }
}
