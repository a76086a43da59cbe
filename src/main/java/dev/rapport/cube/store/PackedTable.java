package dev.rapport.cube.store;

import dev.rapport.db.SqlBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jdbi.v3.core.argument.Argument;

/** Names the two ways in which sums by segment are kept, many in a row: each has a table of days and one of months. */
public enum PackedTable {
    /** The signatures of a channel. */
    CELL("cell_pack", "channel_id", "signature_id", "int4"),

    /** The channels of a segment's value. */
    MARGINAL("marginal_pack", "segment_value_id", "channel_id", "int2");

    /** The first of the columns with arrays, after those of the key. */
    private static final int ARRAYS = 5;

    /** The one of days. */
    public final String table;
    /** What the key of a row has beside measure, item and day. */
    final String by;

    private final String key;
    private final String type;

    PackedTable(String table, String by, String key, String type) {
        this.table = table;
        this.by = by;
        this.key = key;
        this.type = type;
    }

    String months() {
        return table + "_month";
    }

    /** In the order in which {@link #read} wants them. */
    public String columns() {
        return "measure, item, day, %s, %ss, amounts".formatted(by, key);
    }

    static PackedRow read(ResultSet row) throws SQLException {
        return new PackedRow(numbers(row, ARRAYS), numbers(row, ARRAYS + 1));
    }

    private static long[] numbers(ResultSet row, int column) throws SQLException {
        return Arrays.stream((Number[]) row.getArray(column).getArray())
                .mapToLong(Number::longValue)
                .toArray();
    }

    /** Its first two parameters are {@link #keys} and {@link #amounts}, then comes the key. */
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

    Argument keys(PackedRow row) {
        return SqlBuilder.numbers(
                type, Arrays.stream(row.keys()).mapToInt(Math::toIntExact).toArray());
    }

    static Argument amounts(PackedRow row) {
        return SqlBuilder.numbers("int8", row.amounts());
    }
}
