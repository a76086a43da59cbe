package dev.rapport.dashboard;

import dev.rapport.db.QueryFailedException;
import dev.rapport.query.RowQuery;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Streams all rows out of the database by COPY. PostgreSQL goes on reading, on several cores, while rows are being
 * written, which it does not for a cursor.
 *
 * <p>COPY takes no parameters. A value never becomes a part of SQL for it: it is bound to {@code set_config}, as a setting of
 * the transaction, which the select then reads. The planner looks at the settings' values as it does at constants.
 */
final class RowCopy {
    private final Handle handle;
    private final RowQuery query;
    private final ZoneId zone;

    /** @param handle in a transaction */
    RowCopy(Handle handle, RowQuery query, ZoneId zone) {
        this.handle = handle;
        this.query = query;
        this.zone = zone;
    }

    /** What takes the rows; each is what COPY writes for one row. */
    interface Taker {
        void take(byte[] row) throws IOException;
    }

    void readAll(Taker taker) throws IOException {
        boolean ownZone = knowsZone();
        keepValues(ownZone ? zone : ZoneOffset.UTC);
        Taker written = ownZone ? taker : new ZonedRows(query.columns(), zone, taker);
        try {
            copy(written);
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

    private void copy(Taker taker) throws SQLException, IOException {
        CopyOut copy = handle.getConnection()
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + select() + " order by " + query.order() + ") to stdout");
        try {
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                taker.take(row);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** Moments come in reporting time, as the connection has it for the length of the transaction. */
    private void keepValues(ZoneId writtenIn) {
        keep("TimeZone", "text", writtenIn.equals(ZoneOffset.UTC) ? "UTC" : writtenIn.getId());
        List<Object> values = query.values();
        for (int i = 0; i < values.size(); i++) {
            keep(setting(i), type(values.get(i)), values.get(i));
        }
    }

    /** Whether PostgreSQL has the same rules of the reporting zone as those by which days are counted. */
    private boolean knowsZone() {
        return handle.select("select as_postgres or zone <> ? from zone_rules", zone.getId())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(true);
    }

    private void keep(String setting, String type, Object value) {
        handle.execute("select set_config(?, (?::%s)::text, true)".formatted(type), setting, value);
    }

    private String select() {
        String[] pieces = query.sql().split("\\?", -1);
        List<Object> values = query.values();
        if (pieces.length != values.size() + 1) {
            throw new IllegalStateException("as many values as question marks are needed");
        }
        StringBuilder sql = new StringBuilder(pieces[0]);
        for (int i = 0; i < values.size(); i++) {
            sql.append("current_setting('%s')::%s".formatted(setting(i), type(values.get(i))));
            sql.append(pieces[i + 1]);
        }
        return sql.toString();
    }

    private static String setting(int value) {
        return "rapport.value_" + value;
    }

    private static String type(Object value) {
        if (value instanceof OffsetDateTime) {
            return "timestamptz";
        }
        if (value instanceof LocalDate) {
            return "date";
        }
        if (value instanceof Integer) {
            return "integer";
        }
        if (value instanceof String[]) {
            return "text[]";
        }
        if (value instanceof String) {
            return "text";
        }
        throw new IllegalArgumentException("no type is known for " + value.getClass());
    }
}
