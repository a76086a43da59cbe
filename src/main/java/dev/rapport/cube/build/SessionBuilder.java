package dev.rapport.cube.build;

import dev.rapport.db.ReportingTime;
import dev.rapport.db.SqlBuilder;
import dev.rapport.db.SqlFile;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Builds sessions by the 30-minute rule: a session is a person's events with no gap of more than 30 minutes. A session
 * belongs to the day and channel in which it starts and may go on for days. Whether an event starts one is local: it
 * does when the same person did nothing in the 30 minutes before.
 */
final class SessionBuilder {
    private static final int MANY_ROWS = 5_000;

    private static final String TABLES = SqlFile.of("cube/begin_sessions");

    /**
     * Whose sessions of earlier days may change when events of a day have: sessions that reached to half an hour before it, or
     * into it. A stored session knows how far it reached before the change, and a change cannot join it but within 30
     * minutes of that.
     */
    private static final String EARLY = SqlFile.of("cube/find_early_sessions");

    /** Of those whose evening before is another now; who did nothing else there starts the day as before. */
    private static final String LATE = SqlFile.of("cube/find_late_sessions");

    /**
     * One pass over the events in the order of persons and time. What the first or last of a session's events says comes
     * along in the low half of a number whose high half is the event's turn: so that it is a mere min or max, in need of no
     * second sort.
     */
    private static final String MAKE = SqlFile.of("cube/make_sessions");

    /** Whoever reads sessions of some days then finds them side by side. */
    private static final String IN_ORDER = "order by started_at";

    private static final String COMPARE = SqlFile.of("cube/compare_sessions");

    private static final String ALL = "started_at >= ? and started_at < ?";

    /** Found one by one: they are few among all of the day. */
    private static final String THEIRS = SqlFile.of("cube/choose_their_sessions");

    /** Whose first session may be another now: whatever changes after it leaves it what it is. */
    private static final String TOUCHED = SqlFile.of("cube/find_touched_persons");

    private static final String DELETE = """
            delete from session using rollup_session_change as change
            where (session.visitor_id, session.started_at) = (change.visitor_id, change.started_at)
              and change.person_id is null
            """;

    private static final String UPDATE = SqlFile.of("cube/update_sessions");

    private static final String INSERT = """
            insert into session
            select now.* from rollup_session_change as change
            join rollup_session as now using (visitor_id, started_at)
            where change.former_id is null
            order by now.started_at
            """;

    /** Sessions that differ from those in use; of them, those that are no more, and those that are new. */
    private record Changes(int all, int gone, int fresh) {}

    private final Handle handle;
    private final ZoneId zone;
    private final SessionEvents sessionEvents;

    SessionBuilder(Handle handle, ZoneId zone) {
        this.handle = handle;
        this.zone = zone;
        this.sessionEvents = new SessionEvents(handle, zone);
    }

    /**
     * What has to be counted anew.
     *
     * @param made days whose sessions were made anew, and days beside them whose sessions are others now
     * @param reached days before, whose sessions are the same but reach into the days whose facts have changed
     */
    record Days(SortedSet<LocalDate> made, SortedSet<LocalDate> reached) {}

    /**
     * Makes the sessions of the days anew and writes those that differ; whose first session may have moved is added
     * to {@code rollup_touched}. Of the days before only those of people whose sessions reached as far are made, and of the days after
     * those of people whose evening is another now.
     *
     * @param later days that will be made afterwards
     */
    Days build(SortedSet<LocalDate> dirty, Set<LocalDate> later) {
        handle.execute(TABLES);
        SortedSet<LocalDate> days = new TreeSet<>(dirty);
        SortedSet<LocalDate> before = before(days, later);
        // A day between two others may be touched from either side: it is made whole.
        while (days.addAll(both(before, after(days)))) {
            before = before(days, later);
        }
        int changes = 0;
        for (DayRange run : DayRange.of(days)) {
            sessionEvents.all(run);
            changes += write(run, ALL);
        }
        for (LocalDate day : before) {
            changes +=
                    writeTheirs(day, "insert into rollup_theirs select person_id from rollup_early where day = ?", day);
        }
        SortedSet<LocalDate> after = after(days);
        after.removeAll(later);
        for (LocalDate day : after) {
            OffsetDateTime evening = new DayRange(day, day).start(zone).minus(SessionEvents.GAP);
            OffsetDateTime start = new DayRange(day, day).start(zone);
            changes += writeTheirs(day, LATE, start, evening, start, evening);
        }
        if (changes > MANY_ROWS) {
            analyzeIfGrown(changes);
        }
        handle.execute(TOUCHED);
        days.addAll(handle.select("select distinct day from rollup_session_change")
                .mapTo(LocalDate.class)
                .list());
        SortedSet<LocalDate> reached =
                new TreeSet<>(handle.select("select distinct day from rollup_early where crossing")
                        .mapTo(LocalDate.class)
                        .list());
        reached.removeAll(days);
        return new Days(days, reached);
    }

    /** The days before on which somebody's session began that reaches to these; {@code rollup_early} says whose. */
    private SortedSet<LocalDate> before(SortedSet<LocalDate> days, Set<LocalDate> later) {
        handle.execute("truncate rollup_early");
        Set<LocalDate> others = new TreeSet<>(later);
        others.addAll(days);
        for (DayRange run : DayRange.of(days)) {
            OffsetDateTime start = run.start(zone);
            OffsetDateTime evening = start.minus(SessionEvents.GAP);
            handle.execute(
                    EARLY,
                    start,
                    run.from(),
                    start.minusDays(1),
                    start,
                    evening,
                    run.from(),
                    evening,
                    SqlBuilder.array("date", others));
        }
        return new TreeSet<>(handle.select("select distinct day from rollup_early")
                .mapTo(LocalDate.class)
                .list());
    }

    /** The days after: whether their first events start a session depends on the evening before. */
    private static SortedSet<LocalDate> after(SortedSet<LocalDate> days) {
        SortedSet<LocalDate> after = new TreeSet<>();
        DayRange.of(days).forEach(run -> after.add(run.to()));
        return after;
    }

    private static SortedSet<LocalDate> both(SortedSet<LocalDate> some, SortedSet<LocalDate> others) {
        SortedSet<LocalDate> both = new TreeSet<>(some);
        both.retainAll(others);
        return both;
    }

    /** Of some people only. @param whose SQL that puts them into {@code rollup_theirs} */
    private int writeTheirs(LocalDate day, String whose, Object... values) {
        DayRange run = new DayRange(day, day.plusDays(1));
        return sessionEvents.ofThose(run, whose, values) ? write(run, THEIRS) : 0;
    }

    private int write(DayRange run, String kept) {
        handle.execute("truncate rollup_session");
        int rows = handle.execute(made("rollup_session", SessionEvents.TABLE), run.start(zone), run.end(zone));
        SessionEvents.analyze(handle, "rollup_session", rows);
        Changes changes = handle.select(
                        COMPARE.formatted(CampaignAttribution.SOURCES, kept), run.start(zone), run.end(zone))
                .map((row, context) -> new Changes(row.getInt(1), row.getInt(2), row.getInt(3)))
                .one();
        SessionEvents.analyze(handle, "rollup_session_change", changes.all);
        apply(changes);
        return changes.all;
    }

    private void apply(Changes changes) {
        if (changes.gone > 0) {
            handle.execute(DELETE);
        }
        if (changes.all > changes.gone + changes.fresh) {
            handle.execute(UPDATE);
        }
        if (changes.fresh > 0) {
            handle.execute(INSERT);
        }
    }

    /**
     * Writes the sessions of a span of which none are kept yet: straight from the events, but for people who are at it when the span
     * ends, as theirs may go on.
     */
    void load(DayRange run) {
        OffsetDateTime start = run.start(zone);
        OffsetDateTime end = run.end(zone);
        if (sessionEvents.ofThose(run, SessionEvents.AT_IT, end.minus(SessionEvents.GAP), end)) {
            handle.execute(made("session", SessionEvents.TABLE), start, end);
        }
        handle.execute(
                made("session", SessionEvents.OF_OTHERS) + IN_ORDER, start, start.minus(SessionEvents.GAP), end, end);
    }

    private static String made(String into, String events) {
        return MAKE.formatted(into, ReportingTime.day("started_at"), events);
    }

    // Else what reads them next is planned as if there were none; not worth waiting for the autovacuum, though.
    private void analyzeIfGrown(int changes) {
        if (handle.select("select reltuples < ? from pg_class where oid = 'session'::regclass", changes * 10f)
                .mapTo(boolean.class)
                .one()) {
            handle.execute("""
                    set local default_statistics_target = default;
                    analyze (skip_locked) session;
                    set local default_statistics_target = %d
                    """.formatted(DayRefresh.SAMPLE));
        }
    }
}
