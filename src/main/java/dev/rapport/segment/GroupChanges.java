package dev.rapport.segment;

import dev.rapport.cube.build.CountedDays;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.SqlBuilder;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Applies what follows from a change of segment groups, and reads the traits that the settings page shows. It works in
 * the transaction of the caller.
 */
@Singleton
public class GroupChanges {
    private static final int TRAITS = 200;

    private final Jdbi jdbi;

    GroupChanges(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Everybody's segments anew, and all days: a group came, went or was cut otherwise. */
    void apply() {
        jdbi.useHandle(handle -> {
            DirtyDays.markAll(handle);
            SegmentRefresh.refreshAll(handle);
        });
    }

    /** A group is gone: with the last one that has rules goes what was kept for them. */
    void forget(SegmentGroup group) {
        apply();
        if (group.trait == null) {
            jdbi.useHandle(CountedDays::noteEverything);
        }
    }

    /** The group whose rules name one of the segments. @param value of one alone; null: of any */
    static Optional<SegmentGroup> usedBy(SegmentGroup named, @Nullable String value) {
        String any = RuleMeasure.SEGMENT.key + ":" + named.key + ":";
        return SegmentGroup.inOrder().stream()
                .filter(group -> group.rules.stream()
                        .flatMap(rule -> rule.conditions().stream())
                        .map(SegmentRule.Condition::what)
                        .anyMatch(what -> value == null ? what.startsWith(any) : what.equals(any + value)))
                .findFirst();
    }

    /** The group whose rules name a segment that is not there any more when the group is cut in this way. */
    static Optional<SegmentGroup> leftWithout(SegmentGroup group, List<SegmentRange> ranges) {
        Set<String> kept = ranges.stream().map(SegmentRange::value).collect(Collectors.toSet());
        boolean cutOtherwise = group.ranges.isEmpty() != ranges.isEmpty();
        Stream<String> gone = cutOtherwise
                ? SegmentValue.of(group).stream().map(value -> value.key)
                : group.ranges.stream().map(SegmentRange::value);
        return gone.filter(value -> !kept.contains(value))
                .flatMap(value -> usedBy(group, value).stream())
                .findFirst();
    }

    /** Values as the ranges say, in their order; others go. Without ranges only those go that were ranges. */
    void keepValues(SegmentGroup group, List<SegmentRange> former) {
        jdbi.useHandle(handle -> {
            List<String> kept = new ArrayList<>(
                    group.ranges.stream().map(SegmentRange::value).toList());
            kept.add(SegmentValue.NONE);
            boolean byRanges = !group.ranges.isEmpty();
            handle.execute(
                    """
                    delete from segment_value where group_id = ? and key <> all (?)
                      and (? or key = any (?))
                    """,
                    group.id,
                    SqlBuilder.array("text", kept),
                    byRanges,
                    SqlBuilder.array(
                            "text", former.stream().map(SegmentRange::value).toList()));
            Map<String, String> names = new LinkedHashMap<>();
            group.ranges.forEach(range -> names.put(range.value(), range.name()));
            GroupQueries.putValues(handle, group.id, names);
        });
    }

    int add(String trait, String name) {
        return jdbi.withHandle(handle -> GroupQueries.addGroup(handle, trait, name));
    }

    /** How many values the trait has, when they are too many for a group without ranges. */
    Optional<Integer> tooManyValues(String trait) {
        int values = jdbi.withHandle(handle -> GroupQueries.distinctValues(handle, trait));
        return values > SegmentValue.MOST ? Optional.of(values) : Optional.empty();
    }

    boolean isTrait(String trait) {
        return trait.indexOf('\0') < 0
                && jdbi.withHandle(
                        handle -> handle.select("select exists (select from person_trait where trait = ?)", trait)
                                .mapTo(boolean.class)
                                .one());
    }

    SegmentsPage page() {
        return jdbi.withHandle(handle -> new SegmentsPage(
                rows(handle), traits(handle), SegmentRefresh.signatures(handle), SegmentsPage.MANY, ""));
    }

    private static List<SegmentsPage.Row> rows(Handle handle) {
        return handle.select("""
                        select g.id, g.key, g.name, coalesce(g.trait, ''), g.ranges <> '[]',
                               (select count(*) from segment_value v where v.group_id = g.id and v.key <> 'none'),
                               row_number() over by_place = 1, row_number() over by_place = count(*) over ()
                        from segment_group g window by_place as (order by g.position, g.id)
                        order by g.position, g.id
                        """)
                .map((row, context) -> new SegmentsPage.Row(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getInt(6),
                        row.getBoolean(7),
                        row.getBoolean(8)))
                .list();
    }

    /** Without those that begin with $: names and addresses, which imports keep as traits too. */
    private static List<SegmentsPage.Trait> traits(Handle handle) {
        return handle.select("""
                        with by_value as (
                            select trait, value, count(*) as times
                            from person_trait where btrim(value) <> '' and trait not like '$%' group by trait, value
                        ), ranked as (
                            select *, row_number() over (partition by trait order by times desc, value) as place
                            from by_value
                        )
                        select trait, count(*),
                               (select count(distinct visitor_id) from person_trait t where t.trait = ranked.trait),
                               string_agg(left(value, 30), ', ' order by place) filter (where place <= 4),
                               exists (select from segment_group g where g.trait = ranked.trait)
                        from ranked group by trait order by trait limit ?
                        """, TRAITS)
                .map((row, context) -> new SegmentsPage.Trait(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getInt(2) > SegmentValue.MOST,
                        row.getBoolean(5)))
                .list();
    }
}
