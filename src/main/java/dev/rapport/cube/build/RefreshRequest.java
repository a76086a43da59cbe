package dev.rapport.cube.build;

import dev.rapport.cube.build.DayPersonSets.Deed;
import dev.rapport.db.SqlBuilder;
import dev.rapport.fact.MeasureSource;
import dev.rapport.metric.Measure;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Holds a measure source, its measures and the days of them that are to be refreshed.
 *
 * @param days those to look at, all
 * of each
 */
record RefreshRequest(MeasureSource source, List<Measure> measures, SortedSet<LocalDate> days) {
    /** The days of which a table keeps something of a measure and item. */
    record Place(Deed deed, LocalDate day) {}

    /**
     * The places that a table has, of the days and of some of the measures.
     *
     * @param which measures stand in it
     */
    static Set<Place> places(Handle handle, List<RefreshRequest> all, Predicate<Measure> which, String table) {
        Set<Place> places = new HashSet<>();
        List<RefreshRequest> asked = all.stream()
                .map(each -> each.of(which))
                .filter(each -> !each.measures.isEmpty())
                .toList();
        if (!asked.isEmpty()) {
            kept(asked, "distinct measure, item, day", table)
                    .read(
                            handle,
                            row -> places.add(new Place(
                                    new Deed(row.getInt(1), row.getInt(2)), row.getObject(3, LocalDate.class))));
        }
        return places;
    }

    /** What a table keeps of them. */
    static SqlBuilder kept(List<RefreshRequest> all, String columns, String table) {
        SqlBuilder kept = new SqlBuilder();
        for (RefreshRequest each : all) {
            kept.add(each == all.get(0) ? "" : " union all ")
                    .add(
                            "select " + columns + " from " + table + " where day = any(?) and measure = any(?)",
                            SqlBuilder.array("date", each.days),
                            SqlBuilder.array(
                                    "smallint",
                                    each.measures.stream().map(Measure::id).toList()));
        }
        return kept;
    }

    private RefreshRequest of(Predicate<Measure> which) {
        return new RefreshRequest(source, measures.stream().filter(which).toList(), days);
    }
}
