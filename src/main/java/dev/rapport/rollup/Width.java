package dev.rapport.rollup;

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
     * From {@code rollup_sum}, in the order of the primary key. A sum of zero is not kept, so that a day from which facts were
     * removed looks as if they had never been.
     *
     * @param day {@link #DAY} or {@link #MONTH}
     */
    String insert(String into, String day, Deeds deeds) {
        String keysFirst = this == MARGINAL ? "segment_value_id, day, channel_id" : "day, " + keys;
        return """
                insert into %s (measure, item, day, %s, value)
                select added.measure, item, day, %s, added.value
                from (
                    select measure, item, %s as day, %s, %s
                    from rollup_sum %s
                    group by measure, item, %s, %s
                ) as sums cross join lateral (values %s) as added(measure, value)
                where added.value <> 0
                order by added.measure, item, %s
                """.formatted(
                        into,
                        keys,
                        keys,
                        day,
                        selected,
                        deeds.columns("sum(#)::bigint as #"),
                        joined,
                        day,
                        selected.replace(" as segment_value_id", ""),
                        deeds.unpivoted(),
                        keysFirst);
    }
}
