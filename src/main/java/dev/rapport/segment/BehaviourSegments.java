package dev.rapport.segment;

import dev.rapport.cube.build.CountedDays;
import dev.rapport.cube.build.DayFollower;
import dev.rapport.db.SqlFile;
import dev.rapport.web.SqlState;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Derives who is in which segment by what people do, when days have been counted: of whoever did another thing on those days
 * all is made anew, by {@link SegmentRefresh} as for traits. What it marks is counted next, and moves no act of anybody, so
 * that it comes to an end.
 */
@Singleton
class BehaviourSegments implements DayFollower {
    private static final String DERIVE = SqlFile.of("segment/derive_behaviour");

    /** Nobody else can hold it longer, or both would wait for each other: it is tried again. */
    private static final String PATIENCE = "set local lock_timeout = 500";

    private static final Set<String> BUSY = Set.of("55P03", "40P01");

    /** What decides what days mean and marks none of them. */
    private static final String BASIS = """
            (select concat_ws('/', (select by_subscription from customer_definition),
                              (select string_agg(id || '=' || event_name, '|' order by id) from feature)))""";

    private static final String DUE = """
            select exists (select from counted_day)
                or %s
                    and (select segments_basis from rollup_state) is distinct from %s
            """.formatted(CountedDays.WANTED, BASIS);

    @Override
    public boolean isDue(Handle handle) {
        return handle.select(DUE).mapTo(boolean.class).one();
    }

    @Override
    public boolean settle(Handle handle) {
        if (!isDue(handle)) {
            return false;
        }
        try {
            return handle.inTransaction(BehaviourSegments::follow);
        } catch (JdbiException e) {
            if (SqlState.of(e).filter(BUSY::contains).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    private static boolean follow(Handle handle) {
        handle.execute(PATIENCE + "; set local work_mem = '64MB'; set local jit = off");
        SegmentRefresh.lock(handle);
        Map<String, SortedSet<LocalDate>> counted = take(handle);
        boolean wanted = handle.select("select " + CountedDays.WANTED)
                .mapTo(boolean.class)
                .one();
        if (!wanted) {
            handle.execute("delete from person_day");
            return false;
        }
        if (handle.execute("update rollup_state set segments_basis = " + BASIS
                        + " where segments_basis is distinct from " + BASIS)
                > 0) {
            counted.put(CountedDays.EVERYTHING, new TreeSet<>());
        }
        PersonDays.keep(handle, counted);
        boolean changed = SegmentRefresh.refresh(
                        handle,
                        counted.containsKey(CountedDays.EVERYTHING)
                                ? SegmentRefresh.EVERYBODY
                                : "select person_id from touched_person")
                > 0;
        handle.execute("drop table touched_person");
        return changed;
    }

    private static Map<String, SortedSet<LocalDate>> take(Handle handle) {
        Map<String, SortedSet<LocalDate>> counted = new HashMap<>();
        handle.select("delete from counted_day returning family, case when day > '-infinity' then day end")
                .map((row, context) ->
                        Map.entry(row.getString(1), Optional.ofNullable(row.getObject(2, LocalDate.class))))
                .forEach(each -> {
                    SortedSet<LocalDate> days = counted.computeIfAbsent(each.getKey(), family -> new TreeSet<>());
                    each.getValue().ifPresent(days::add);
                });
        return counted;
    }

    /** Adds to {@code fresh_membership} of those in {@code refresh_person}, when it has the groups that are read from traits. */
    static void derive(Handle handle, List<GroupQueries.RuleGroup> groups) {
        if (groups.isEmpty()) {
            return;
        }
        RuleTables.create(handle, groups);
        handle.execute("analyze fresh_membership");
        handle.execute(DERIVE);
        handle.execute("drop table rule_condition, rule_value");
    }
}
