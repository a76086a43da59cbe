package dev.rapport.rollup;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;

/** In which two ways sums by segment are kept, many in a row: each has a table of days and one of months. */
enum Packing {
    /** The signatures of a channel. */
    CELL("cell_pack", "channel_id", "signature_id", "int4"),

    /** The channels of a segment's value. */
    MARGINAL("marginal_pack", "segment_value_id", "channel_id", "int2");

    static final String MONTH = "date_trunc('month', day::timestamp)::date";

    /** The first of the columns with arrays, after those of the key. */
    private static final int ARRAYS = 5;

    /** The one of days. */
    final String table;
    /** What the key of a row has beside measure, item and day. */
    final String by;

    private final String key;
    private final String type;

    Packing(String table, String by, String key, String type) {
        this.table = table;
        this.by = by;
        this.key = key;
        this.type = type;
    }

    String months() {
        return table + "_month";
    }

    /** In the order in which {@link #read} wants them. */
    String columns() {
        return "measure, item, day, %s, %ss, amounts".formatted(by, key);
    }

    static Pack read(ResultSet row) throws SQLException {
        return new Pack(numbers(row, ARRAYS), numbers(row, ARRAYS + 1));
    }

    private static long[] numbers(ResultSet row, int column) throws SQLException {
        return Arrays.stream((Number[]) row.getArray(column).getArray())
                .mapToLong(Number::longValue)
                .toArray();
    }

    /** Its first two parameters are those of {@link #set}, then comes the key. */
    String insert(String into) {
        return "insert into %s (%ss, amounts, measure, item, day, %s) values (?, ?, ?, ?, ?, ?)"
                .formatted(into, key, by);
    }

    /** The same parameters in the same order. */
    String update(String table) {
        return "update %s set %ss = ?, amounts = ? where measure = ? and item = ? and day = ? and %s = ?"
                .formatted(table, key, by);
    }

    /** Its parameters are the key. */
    String delete(String from) {
        return "delete from %s where measure = ? and item = ? and day = ? and %s = ?".formatted(from, by);
    }

    void set(PreparedStatement statement, PGConnection connection, Pack pack) throws SQLException {
        int[] keys = Arrays.stream(pack.keys()).mapToInt(Math::toIntExact).toArray();
        statement.setArray(1, connection.createArrayOf(type, keys));
        statement.setArray(2, connection.createArrayOf("int8", pack.amounts()));
    }

    /**
     * All packs of whole months out of sums ({@link Gathering}), into a table that has none of them yet. Those of all measures side by side
     * first, so that each sum is put in order once and not once a measure.
     */
    String load(String into, String sums, Deeds deeds) {
        String arrays = """
                array_agg(%1$s order by %1$s) filter (where # <> 0) as keys_#,
                array_agg(# order by %1$s) filter (where # <> 0) as amounts_#""".formatted(key);
        return """
                insert into %1$s (%2$s)
                select added.measure, item, day, %3$s, added.keys, added.amounts
                from (
                    select measure, item, day, %3$s, %4$s
                    from (
                        select measure, item, day, %3$s, %5$s, %6$s
                        from %7$s
                        where part = 0
                        group by measure, item, day, %3$s, %5$s
                    ) as sums
                    group by measure, item, day, %3$s
                ) as packs cross join lateral (values %8$s) as added(measure, keys, amounts)
                where added.keys is not null
                """.formatted(
                        into,
                        columns(),
                        by,
                        deeds.columns(arrays),
                        key,
                        deeds.columns("sum(#)::bigint as #"),
                        this == MARGINAL ? sums + " join rollup_value using (signature_id)" : sums,
                        deeds.unpivoted("keys_#, amounts_#"));
    }
}
