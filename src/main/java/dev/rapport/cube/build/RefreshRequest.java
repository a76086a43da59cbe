package dev.rapport.cube.build;

import dev.rapport.db.SqlBuilder;
import dev.rapport.fact.MeasureSource;
import dev.rapport.metric.Measure;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Predicate;

/**
 * Holds a measure source, its measures and the days of them that are to be refreshed.
 *
 * @param days those to look at, all
 * of each
 */
record RefreshRequest(MeasureSource source, List<Measure> measures, SortedSet<LocalDate> days) {
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

    /** Of those measures only that keep who contributed to them. */
    RefreshRequest people() {
        return of(Measure::keepsPeople);
    }

    /** Of those measures only whose single values are kept. */
    RefreshRequest values() {
        return of(Measure::keepsValues);
    }

    private RefreshRequest of(Predicate<Measure> which) {
        return new RefreshRequest(source, measures.stream().filter(which).toList(), days);
    }
}
