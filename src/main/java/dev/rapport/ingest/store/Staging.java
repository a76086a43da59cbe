package dev.rapport.ingest.store;

import dev.rapport.ingest.row.Field;
import dev.rapport.ingest.row.Row;
import dev.rapport.ingest.row.RowContent;
import dev.rapport.ingest.row.Target;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Rows wait in a temporary table of this connection, filled by COPY: nobody else sees them, and whatever happens they are
 * gone with the connection.
 */
public final class Staging implements Closeable {
    /** What an event says of itself that has been worked out into other fields; not worth its way to the database. */
    private static final Set<String> SPENT =
            Set.of(Target.CUSTOMER, Target.EMAIL, Target.KEY, "url", "referrer", "visible");

    private final boolean events;
    private final int[] kept;
    private final int traits;
    private final RowContent content;
    private final PGCopyOutputStream copy;
    private final StringBuilder line = new StringBuilder(512);
    private long rows;

    private Staging(Target target, int traits, PGCopyOutputStream copy) {
        this.events = target.key().equals("events");
        this.kept = IntStream.range(0, target.fields().size())
                .filter(i -> isKept(target, target.fields().get(i)))
                .toArray();
        this.traits = traits;
        this.content = new RowContent(target);
        this.copy = copy;
    }

    public static Staging begin(Connection connection, Target target, int traits) throws SQLException {
        drop(connection);
        StringBuilder columns = new StringBuilder(
                "row bigint, person text collate \"C\", key text collate \"C\", content uuid, message uuid");
        for (Field field : target.fields()) {
            if (isKept(target, field)) {
                columns.append(", ")
                        .append(column(field.key()))
                        .append(' ')
                        .append(field.kind().type());
            }
        }
        for (int i = 0; i < traits; i++) {
            columns.append(", t_").append(i).append(" text");
        }
        Sql.execute(connection, "create temp table import_stage (" + columns + ")");
        return new Staging(
                target,
                traits,
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), "copy import_stage from stdin", 1 << 16));
    }

    private static boolean isKept(Target target, Field field) {
        return !target.key().equals("events") || !SPENT.contains(field.key());
    }

    /** The field's column where rows wait. */
    static String column(String field) {
        return "f_" + field;
    }

    public static void drop(Connection connection) throws SQLException {
        Sql.execute(connection, "drop table if exists import_stage, import_winner, import_channel, import_source");
    }

    public void add(Row row) throws IOException {
        line.setLength(0);
        line.append(++rows);
        cell(row.person());
        if (events) {
            event(row);
        } else {
            cell(row.key());
            cell(content.hash(row).toString());
            cell(null);
        }
        for (int i : kept) {
            cell(row.value(i));
        }
        for (int i = 0; i < traits; i++) {
            cell(row.trait(i));
        }
        line.append('\n');
        copy.write(line.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** An event is recognised by its message id alone; its content matters only where there is no key. */
    private void event(Row row) {
        String key = row.key();
        String said = key == null ? content.hash(row).toString() : null;
        cell(null);
        cell(said);
        cell(content.message(key == null ? "#" + said + "#1" : key).toString());
    }

    public long rows() {
        return rows;
    }

    private void cell(@Nullable String value) {
        line.append('\t');
        if (value == null) {
            line.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
    }

    public void finish() throws IOException, SQLException {
        copy.endCopy();
    }

    /** Gives up when it has not been finished. */
    @Override
    public void close() throws IOException {
        if (copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }
}
