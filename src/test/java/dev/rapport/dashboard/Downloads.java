package dev.rapport.dashboard;

import dev.rapport.db.JdbiSetup;
import dev.rapport.query.Rooms;
import dev.rapport.query.RowQuery;
import dev.rapport.query.RowSource;
import dev.rapport.query.RowSources;
import dev.rapport.slice.Slice;
import dev.rapport.web.CsvStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** Downloads of rows as the product writes them, for tests of other rooms. */
public final class Downloads {
    private static final RowSources ROWS = new RowSources(Rooms.all(RowSource.class, null));

    private Downloads() {}

    /** The rows behind a metric. */
    public static byte[] rows(DataSource database, String metric, Slice slice, ZoneId zone, CsvStyle style) {
        return JdbiSetup.of(database)
                .inTransaction(handle -> written(
                        handle, FactRows.query(handle, ROWS, metric, slice).orElseThrow(), zone, style));
    }

    public static byte[] rows(DataSource database, RowQuery query, ZoneId zone, CsvStyle style) {
        return JdbiSetup.of(database).inTransaction(handle -> written(handle, query, zone, style));
    }

    private static byte[] written(Handle handle, RowQuery query, ZoneId zone, CsvStyle style) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            CsvRows rows = new CsvRows(out, query.columns(), style);
            new RowCopy(handle, query, zone).readAll(rows::row);
            rows.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
