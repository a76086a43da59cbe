package dev.rapport.cube.read;

import static dev.rapport.db.SqlBuilder.array;

import dev.rapport.db.SqlBuilder;
import dev.rapport.metric.Input;
import dev.rapport.metric.Measure;
import dev.rapport.slice.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Reads sums from the narrowest cells that know enough. Those are totals when no segment is asked for, marginals for
 * one group of them, signatures for several. Whole months come from monthly cells, the edges of the period from daily
 * ones.
 */
final class CellReader {
    private final Handle handle;

    CellReader(Handle handle) {
        this.handle = handle;
    }

    void read(PlannedQuery plannedQuery, Collection<Input.Sum> sums, InputValues into) {
        List<Input.Sum> single = sums.stream().filter(sum -> !allItems(sum)).toList();
        List<Input.Sum> every = sums.stream().filter(CellReader::allItems).toList();
        Set<Integer> items = new TreeSet<>();
        single.forEach(sum -> items.add(sum.item().orElse(0)));
        run(plannedQuery, single, Optional.of(items), into);
        run(plannedQuery, every, Optional.empty(), into);
    }

    /** Whether all items of a measure are meant that has several. */
    private static boolean allItems(Input.Sum sum) {
        return sum.item().isEmpty() && hasItems(sum.measure());
    }

    static boolean hasItems(Measure measure) {
        return measure == Measure.GOAL_SESSIONS
                || measure == Measure.GOAL_COMPLETIONS
                || measure.family().equals("voice");
    }

    private void run(PlannedQuery plannedQuery, List<Input.Sum> sums, Optional<Set<Integer>> items, InputValues into) {
        if (sums.isEmpty()) {
            return;
        }
        Map<Integer, List<Input.Sum>> byMeasure =
                sums.stream().collect(Collectors.groupingBy(sum -> sum.measure().id()));
        statement(plannedQuery, sums, items).read(handle, row -> {
            int item = row.getInt(2);
            CellId cellId = new CellId(row.getInt(3), row.getInt(4), row.getInt(5));
            for (Input.Sum sum : byMeasure.getOrDefault(row.getInt(1), List.of())) {
                if (sum.item().isEmpty() || sum.item().get() == item) {
                    into.add(cellId, sum, row.getBigDecimal(6));
                }
            }
        });
    }

    private static SqlBuilder statement(PlannedQuery plannedQuery, List<Input.Sum> sums, Optional<Set<Integer>> items) {
        SqlBuilder sql = new SqlBuilder();
        String channel = plannedQuery.byChannel() ? "channel_id" : "0";
        boolean single = isSingle(plannedQuery);
        if (single) {
            sql.add(
                    "select measure, item, day - ?, " + channel + ", value_id, value from (",
                    plannedQuery.period().from());
        } else {
            sql.add(
                    "select measure, item, width_bucket(day, ?) - 1, " + channel + ", value_id, sum(value) from (",
                    array(
                            "date",
                            plannedQuery.buckets().stream()
                                    .map(bucket -> bucket.days().from())
                                    .toList()));
        }
        String between = "";
        for (Part part : parts(plannedQuery)) {
            sql.add(between);
            source(sql, plannedQuery, part);
            sql.add(
                    " where measure = any(?) and day >= ? and day < ?",
                    array(
                            "smallint",
                            sums.stream()
                                    .map(sum -> sum.measure().id())
                                    .distinct()
                                    .toList()),
                    part.days.from(),
                    part.days.to());
            items.ifPresent(ids -> sql.add(" and item = any(?)", array("integer", ids)));
            if (!plannedQuery.channels().isEmpty()) {
                sql.add(" and channel_id = any(?)", array("smallint", plannedQuery.channels()));
            }
            if (plannedQuery.involved().size() == 1) {
                Set<Integer> values =
                        plannedQuery.involved().values().iterator().next();
                sql.add(" and segment_value_id = any(?)", array("integer", values));
            }
            between = " union all ";
        }
        return sql.add(") as cell" + (single ? "" : " group by 1, 2, 3, 4, 5"));
    }

    /** Whether no two cells lie in the same place: a year of days by channel and segment has many to put into groups. */
    private static boolean isSingle(PlannedQuery plannedQuery) {
        return plannedQuery.isDaily()
                && plannedQuery.byChannel()
                && plannedQuery.involved().size() == (plannedQuery.segments().isPresent() ? 1 : 0);
    }

    private static void source(SqlBuilder sql, PlannedQuery plannedQuery, Part part) {
        String columns = "select measure, item, day, channel_id, value, ";
        switch (plannedQuery.involved().size()) {
            case 0 -> sql.add(columns + "0 as value_id from cell_total" + part.suffix);
            case 1 ->
                sql.add(columns + (plannedQuery.segments().isPresent() ? "segment_value_id" : "0")
                        + " as value_id from (select measure, item, day, segment_value_id,"
                        + " unnest(channel_ids) as channel_id, unnest(amounts) as value from marginal_pack"
                        + part.suffix + ") as held");
            default -> {
                Map<Integer, Integer> signatures = plannedQuery.signatures();
                sql.add(
                        columns + "chosen.value_id from (select measure, item, day, channel_id,"
                                + " unnest(signature_ids) as signature_id, unnest(amounts) as value from cell_pack"
                                + part.suffix + ") as held"
                                + " join unnest(?, ?) as chosen(signature_id, value_id) using (signature_id)",
                        array("integer", signatures.keySet()),
                        array("integer", signatures.values()));
            }
        }
    }

    private record Part(String suffix, Period days) {}

    private static List<Part> parts(PlannedQuery plannedQuery) {
        Period period = plannedQuery.period();
        List<Part> parts = new ArrayList<>();
        Optional<Period> months = plannedQuery.takesMonths() ? MonthSplit.within(period) : Optional.empty();
        if (months.isEmpty()) {
            return List.of(new Part("", period));
        }
        parts.add(new Part("_month", months.get()));
        MonthSplit.edges(period, months.get()).forEach(edge -> parts.add(new Part("", edge)));
        return parts;
    }
}
