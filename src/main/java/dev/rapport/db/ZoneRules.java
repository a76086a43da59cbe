package dev.rapport.db;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Stores in the database what this Java knows of the reporting zone: from when to when each day goes, and what its
 * clocks show. Java's tables also give the bounds of every period, so that a fact lies in exactly one day, in whatever
 * year a law changes and whoever learns of it first.
 */
public final class ZoneRules {
    private static final Logger LOG = Logger.getLogger(ZoneRules.class);
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private static final String STATE = """
            select settings.zone, kept.zone, kept.version from settings, zone_rules as kept
            """;

    private static final String KEEP = """
            with kept as (select zone, version, day_starts, day_shifts from zone_rules)
            update zone_rules set zone = ?, version = ?, day_starts = ?::timestamptz[], day_firsts = ?::date[],
                day_shifts = ?::interval[], clock_starts = ?::timestamptz[], clock_shifts = ?::interval[]
            from kept
            returning kept.zone = zone_rules.zone and kept.version <> ''
                and (kept.day_starts, kept.day_shifts) is distinct from (zone_rules.day_starts, zone_rules.day_shifts)
            """;

    /** Says whether PostgreSQL puts a day of our time elsewhere. */
    private static final String COMPARE = """
            update zone_rules set as_postgres = not exists (
                select from (
                    select day::date as day, %s as at
                    from generate_series(timestamp '1990-01-01', timestamp '2060-01-01', interval '1 day') as day) as ours
                where (at at time zone zone)::date <> day
                   or ((at - interval '1 microsecond') at time zone zone)::date = day)
            """.formatted(ReportingTime.start("day::date"));

    /** By PostgreSQL's rules days were counted before these were kept. */
    private static final String COUNTED_OTHERWISE = """
            select not as_postgres and rollup_state.zone is not distinct from zone_rules.zone from zone_rules, rollup_state
            """;

    private final List<Run> days;
    private final List<Run> clocks;

    /**
     * Days, or clocks, that are equally far from universal time.
     *
     * @param start from when on the shift holds
     * @param first from which day on it tells where a day starts
     */
    public record Run(Instant start, LocalDate first, Duration shift) {}

    /** What the settings say, and which zone's rules are kept of which tables. */
    private record State(String zone, String kept, String version) {}

    private ZoneRules(ZoneId zone) {
        this.days = days(zone);
        this.clocks = clocks(zone);
    }

    /**
     * Writes the rules when the reporting zone, or what Java knows of it, is another one than kept. When days of the same zone
     * move by that, all that was counted is asked to be counted again.
     *
     * @return whether days have moved under facts that were counted
     */
    public static boolean keep(Handle handle) {
        State state = handle.select(STATE)
                .map((row, context) -> new State(row.getString(1), row.getString(2), row.getString(3)))
                .one();
        ZoneId zone = ZoneId.of(state.zone);
        if (state.zone.equals(state.kept) && version(zone).equals(state.version)) {
            return false;
        }
        boolean other = new ZoneRules(zone).write(handle, zone);
        handle.execute(COMPARE);
        boolean moved = other || state.version.isEmpty() && countedOtherwise(handle);
        LOG.infof("Days are counted by the rules of %s in the time zone tables %s", zone, version(zone));
        if (moved) {
            LOG.infof("Days of %s have moved; everything is counted again", zone);
            handle.execute("update rollup_state set rebuild_state = 'requested', rebuild_done = 0, rebuild_total = 0");
        }
        return moved;
    }

    /** Of the tables that Java has for a zone, as {@code 2026a}. */
    public static String version(ZoneId zone) {
        return ZoneRulesProvider.getAvailableZoneIds().contains(zone.getId())
                ? ZoneRulesProvider.getVersions(zone.getId()).lastKey()
                : "fixed";
    }

    private static boolean countedOtherwise(Handle handle) {
        return handle.select(COUNTED_OTHERWISE).mapTo(Boolean.class).one();
    }

    private boolean write(Handle handle, ZoneId zone) {
        return handle.select(
                        KEEP,
                        zone.getId(),
                        version(zone),
                        texts(days, run -> ever(run.start(), Instant.MIN)),
                        texts(days, run -> ever(run.first(), LocalDate.MIN)),
                        texts(days, ZoneRules::seconds),
                        texts(clocks, run -> ever(run.start(), Instant.MIN)),
                        texts(clocks, ZoneRules::seconds))
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    private static Object texts(List<Run> runs, Function<Run, String> text) {
        return SqlBuilder.array("text", runs.stream().map(text).toList());
    }

    private static <T> String ever(T value, T least) {
        return value.equals(least) ? "-infinity" : value.toString();
    }

    private static String seconds(Run run) {
        return run.shift().toSeconds() + " seconds";
    }

    /** The first one has been for ever. */
    public static List<Run> days(ZoneId zone) {
        List<Run> runs = new ArrayList<>();
        Duration shift = shift(FIRST, zone);
        runs.add(new Run(Instant.MIN, LocalDate.MIN, shift));
        for (LocalDate day : changing(zone)) {
            Duration own = shift(day, zone);
            if (!own.equals(shift)) {
                runs.add(new Run(from(day, zone), day, own));
                shift = own;
            }
        }
        return runs;
    }

    /** Days around each change of clocks: between them nothing moves. */
    private static SortedSet<LocalDate> changing(ZoneId zone) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (ZoneOffsetTransition change : changes(zone)) {
            LocalDate before = change.getDateTimeBefore().toLocalDate();
            LocalDate after = change.getDateTimeAfter().toLocalDate();
            LocalDate end = (before.isAfter(after) ? before : after).plusDays(3);
            for (LocalDate day = (before.isAfter(after) ? after : before).minusDays(1);
                    day.isBefore(end);
                    day = day.plusDays(1)) {
                days.add(day);
            }
        }
        return days;
    }

    private static List<ZoneOffsetTransition> changes(ZoneId zone) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        Instant end = start(LAST, zone);
        for (ZoneOffsetTransition next = zone.getRules().nextTransition(start(FIRST, zone));
                next != null && next.getInstant().isBefore(end);
                next = zone.getRules().nextTransition(next.getInstant())) {
            changes.add(next);
        }
        return changes;
    }

    /**
     * From when on a day's shift holds: from the noon before, so that a day of 25 hours does not run into the next one; but not
     * into a day that is no day at all, because the zone went over the date line.
     */
    private static Instant from(LocalDate day, ZoneId zone) {
        Instant start = start(day, zone);
        Duration before = Duration.between(start(day.minusDays(1), zone), start);
        return start.minus(before.compareTo(HALF_A_DAY) < 0 ? before : HALF_A_DAY);
    }

    private static Duration shift(LocalDate day, ZoneId zone) {
        return Duration.between(start(day, zone), day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static List<Run> clocks(ZoneId zone) {
        List<Run> runs = new ArrayList<>();
        runs.add(new Run(Instant.MIN, LocalDate.MIN, shift(zone.getRules().getOffset(start(FIRST, zone)))));
        for (ZoneOffsetTransition change : changes(zone)) {
            LocalDate day = change.getDateTimeAfter().toLocalDate();
            runs.add(new Run(change.getInstant(), day, shift(change.getOffsetAfter())));
        }
        return runs;
    }

    private static Duration shift(ZoneOffset offset) {
        return Duration.ofSeconds(offset.getTotalSeconds());
    }
}
