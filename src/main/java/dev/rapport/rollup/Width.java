package dev.rapport.rollup;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How finely sums are kept beside measure, item and day (or month). */
enum Width {
    CELL("cell", "channel_id, signature_id", "channel_id, signature_id", ""),
    TOTAL("cell_total", "channel_id", "channel_id", ""),
    MARGINAL(
            "cell_marginal",
            "segment_value_id, channel_id",
            "value_id as segment_value_id, channel_id",
            "join rollup_value using (signature_id)");

    static final String DAY = "day";
    static final String MONTH = "date_trunc('month', day::timestamp)::date";

    final String table;
    final String keys;
    private final String selected;
    private final String joined;

    Width(String table, String keys, String selected, String joined) {
        this.table = table;
        this.keys = keys;
        this.selected = selected;
        this.joined = joined;
    }

    /**
     * From {@code rollup_sum}, in the order of the primary key.
     *
     * @param day {@link #DAY} or {@link #MONTH}
     */
    String insert(String into, String day, Deeds deeds) {
        String keysFirst = this == MARGINAL ? "segment_value_id, day, channel_id" : "day, " + keys;
        return insert(into) + select(0, day, deeds) + "order by added.measure, item, " + keysFirst;
    }

    /** Of days, in no order: it is only compared with what is kept. */
    String insertAll(String into, List<Deeds> all) {
        return insert(into)
                + IntStream.range(0, all.size())
                        .mapToObj(part -> select(part, DAY, all.get(part)))
                        .collect(Collectors.joining("union all\n"));
    }

    private String insert(String into) {
        return "insert into %s (measure, item, day, %s, value)\n".formatted(into, keys);
    }

    /** A sum of zero is not kept, so that a day from which facts were removed looks as if they had never been. */
    private String select(int part, String day, Deeds deeds) {
        return """
                select added.measure, item, day, %s, added.value
                from (%s) as sums cross join lateral (values %s) as added(measure, value)
                where added.value <> 0
                """.formatted(keys, sums(part, day, deeds), deeds.unpivoted());
    }

    private String sums(int part, String day, Deeds deeds) {
        if (this == CELL && day.equals(DAY)) {
            // As they are.
            return "select * from rollup_sum where part = " + part;
        }
        return """
                select measure, item, %s as day, %s, %s
                from rollup_sum %s
                where part = %d
                group by measure, item, %s, %s
                """.formatted(
                        day,
                        selected,
                        deeds.columns("sum(#)::bigint as #"),
                        joined,
                        part,
                        day,
                        selected.replace(" as segment_value_id", ""));
    }
}
