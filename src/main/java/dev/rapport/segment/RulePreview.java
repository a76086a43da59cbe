package dev.rapport.segment;

import dev.rapport.cube.build.CountedDays;
import dev.rapport.web.SqlState;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Counts whom rules would find on a day before they are kept: by the very statements that keep them, on temporary tables of the
 * same names, which PostgreSQL finds first.
 */
@Singleton
class RulePreview {
    private static final int GROUP = -1;

    private final Jdbi jdbi;

    RulePreview(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @param found people of each segment, in the order of the rules
     * @param known of how many anything is known
     */
    record Counts(List<Integer> found, int known) {}

    /** Answers nothing when it takes too long. */
    Optional<Counts> count(List<SegmentRule> rules, LocalDate day) {
        try {
            return Optional.of(jdbi.inTransaction(handle -> {
                handle.execute("set local statement_timeout = '20s'; set local work_mem = '64MB'; set local jit = off");
                return count(handle, rules, day);
            }));
        } catch (JdbiException e) {
            if (SqlState.of(e).filter(SqlState.CANCELLED::equals).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Counts count(Handle handle, List<SegmentRule> rules, LocalDate day) {
        handle.execute("create temp table person_day (like public.person_day) on commit drop");
        PersonDays.keep(handle, Map.of(CountedDays.EVERYTHING, new TreeSet<>()));
        handle.execute("""
                create temp table refresh_person on commit drop as select distinct person_id from person_day;
                create temp table fresh_membership on commit drop as
                select person_id, group_id, from_day, to_day, value_id from membership;
                analyze person_day; analyze refresh_person
                """);
        Map<String, Integer> places = new HashMap<>();
        rules.forEach(rule -> places.put(rule.value(), -1 - places.size()));
        BehaviourSegments.derive(handle, List.of(new GroupQueries.RuleGroup(GROUP, rules, places)));
        Map<Integer, Integer> found = new TreeMap<>();
        handle.select("""
                        select value_id, count(*) from fresh_membership
                        where group_id = ? and from_day <= ? and to_day > ? group by value_id
                        """, GROUP, day, day)
                .map((row, context) -> Map.entry(row.getInt(1), row.getInt(2)))
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        List<Integer> counts = new ArrayList<>();
        rules.forEach(rule -> counts.add(found.getOrDefault(places.get(rule.value()), 0)));
        int known = handle.select("select count(distinct person_id) from person_day where day < ?", day)
                .mapTo(int.class)
                .one();
        handle.execute("drop table pg_temp.person_day, refresh_person, fresh_membership, touched_person");
        return new Counts(counts, known);
    }
}
