package dev.rapport.dashboard;

import dev.rapport.db.SqlBuilder;
import dev.rapport.query.RowQuery;
import dev.rapport.web.CsvTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Counts the rows of a select, and reads the first of them ready to show. */
public final class RowReader {
    static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private static final int FETCH = 1_000;

    private final Handle handle;
    private final RowQuery query;
    private final ZoneId zone;

    public RowReader(Handle handle, RowQuery query, ZoneId zone) {
        this.handle = handle;
        this.query = query;
        this.zone = zone;
    }

    long count() {
        return builder("select count(*) from (" + query.sql() + ") as counted")
                .select(handle)
                .mapTo(Long.class)
                .one();
    }

    public List<List<String>> read(int limit) {
        return read(limit, 0);
    }

    /** All rows, under the keys of their columns, with moments in reporting time. */
    void write(CsvTable table) throws IOException {
        query.columns().forEach(column -> table.plain(column.key()));
        table.end();
        try {
            builder(query.sql() + " order by " + query.order()).read(handle, FETCH, row -> write(row, table));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(ResultSet row, CsvTable table) throws SQLException {
        for (int i = 0; i < query.columns().size(); i++) {
            switch (query.columns().get(i).kind()) {
                case MOMENT -> table.plain(exact(row.getObject(i + 1, OffsetDateTime.class)));
                case NUMBER -> table.number(Optional.ofNullable(row.getBigDecimal(i + 1)));
                case FLAG -> table.plain(flag(row.getBoolean(i + 1), row.wasNull()));
                case TEXT -> table.text(row.getString(i + 1));
            }
        }
        try {
            table.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String exact(@Nullable OffsetDateTime at) {
        return at == null
                ? ""
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        at.truncatedTo(ChronoUnit.MILLIS).atZoneSameInstant(zone));
    }

    /** @param left out, of the first */
    List<List<String>> read(int limit, int left) {
        return builder(query.sql() + " order by " + query.order() + " limit " + limit + " offset " + left)
                .select(handle)
                .map((row, context) -> shown(row))
                .list();
    }

    private SqlBuilder builder(String sql) {
        return new SqlBuilder().add(sql, query.values().toArray());
    }

    private List<String> shown(ResultSet row) throws SQLException {
        String[] shown = new String[query.columns().size()];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = cell(row, i);
        }
        return List.of(shown);
    }

    private String cell(ResultSet row, int index) throws SQLException {
        return switch (query.columns().get(index).kind()) {
            case MOMENT -> moment(row.getObject(index + 1, OffsetDateTime.class));
            case NUMBER -> number(row.getBigDecimal(index + 1));
            case FLAG -> flag(row.getBoolean(index + 1), row.wasNull());
            case TEXT -> text(row.getString(index + 1));
        };
    }

    /** To the minute, in reporting time. */
    private String moment(@Nullable OffsetDateTime at) {
        return at == null ? "" : MINUTES.format(at.atZoneSameInstant(zone));
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : CsvTable.plain(number);
    }

    private static String flag(boolean value, boolean missing) {
        return missing ? "" : Boolean.toString(value);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
