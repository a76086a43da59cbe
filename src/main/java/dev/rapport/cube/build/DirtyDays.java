package dev.rapport.cube.build;

import dev.rapport.db.ReportingTime;
import dev.rapport.db.ZoneRules;
import dev.rapport.fact.FactTypes;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Marks the days dirty whose facts are written or change their meaning, in the transaction that does so. */
public final class DirtyDays {
    private static final List<String> FAMILIES = FactTypes.families();

    private DirtyDays() {}

    /**
     * Marks every reporting day that the selected moments fall into. No minute touches more than two days of any zone, so that its
     * first and last moment name them: a day is worked out twice a minute and not once a fact.
     *
     * @param family of facts: {@code behaviour}, {@code voice}, {@code support}, {@code revenue}, {@code campaign} or {@code
     *     social}
     * @param moments SQL that selects one timestamptz column (nulls are ignored)
     */
    public static void mark(Handle handle, String family, String moments) {
        ZoneRules.keep(handle);
        handle.execute("""
                insert into dirty_day (family, day, marked)
                select ?, day, nextval('rollup_mark')
                from (select distinct """ + ReportingTime.day("at") + """
                as day
                      from (select unnest(array[min(at), max(at)]) as at
                            from (%s) as moment(at) where at is not null
                            group by date_bin('1 minute', at, timestamptz '2000-01-01 00:00Z')) as ends) as days
                order by day
                on conflict (family, day) do update set marked = excluded.marked, marked_at = now()
                """.formatted(moments), family);
    }

    /**
     * Marks the days of all families in which the persons did something. When facts go from one person to another (an
     * identity is merged or split), both belong to the persons; it may be called before or after the change. When only the
     * persons' segments change, it is called for those persons.
     *
     * @param persons SQL that selects one column of person ids
     */
    public static void markPeople(Handle handle, String persons) {
        markPeople(handle, persons, null, null);
    }

    /**
     * The same, of a time alone; the days about its ends may be marked in vain.
     *
     * @param from null: from the first day on
     * @param to null: up to the last one
     */
    public static void markPeople(Handle handle, String persons, @Nullable LocalDate from, @Nullable LocalDate to) {
        handle.execute("""
                create temp table if not exists rollup_person (id int primary key) on commit delete rows;
                delete from rollup_person
                """);
        handle.execute("insert into rollup_person select distinct id from (" + persons
                + ") as person(id) where id is not null");
        handle.execute("analyze rollup_person");
        for (String family : FAMILIES) {
            mark(handle, family, within(from, to, FactTimes.ofPersons(family, "select id from rollup_person")));
        }
    }

    /** A day of no zone begins or ends two days away from where it does in another. */
    private static String within(@Nullable LocalDate from, @Nullable LocalDate to, String moments) {
        return "select at from (%s) as moment(at) where %s and %s"
                .formatted(moments, bound("at >= '%s 00:00Z'", from, -2), bound("at < '%s 00:00Z'", to, 2));
    }

    /** What lies outside of the years of four digits is no bound of anything. */
    private static String bound(String condition, @Nullable LocalDate day, int further) {
        if (day == null || day.getYear() < 2 || day.getYear() > 9998) {
            return "true";
        }
        return condition.formatted(day.plusDays(further));
    }

    /** Marks all days of a family: what its facts add has another meaning. */
    public static void markFamily(Handle handle, String family) {
        mark(handle, family, FactTimes.of(family));
    }

    /** Marks all days of all families: a segment group came or went, so that every day's marginals change. */
    public static void markAll(Handle handle) {
        for (String family : FAMILIES) {
            markFamily(handle, family);
        }
    }
}
