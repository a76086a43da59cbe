package dev.rapport.ingest.store;

import dev.rapport.db.QueryFailedException;
import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.ingest.mapping.MappedRow;
import dev.rapport.ingest.mapping.RowFingerprints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Stages facts with few rows as they are, field by field. */
final class FactStaging implements RowSink {
    private final int fields;
    private final int traits;
    private final RowFingerprints content;
    private final PGCopyOutputStream copy;
    private final StringBuilder line = new StringBuilder(512);
    private long rows;

    FactStaging(Handle handle, FactType target, int traits) {
        this.fields = target.fields().size();
        this.traits = traits;
        this.content = new RowFingerprints(target);
        StringBuilder columns = new StringBuilder("row bigint, line bigint, person text collate \"C\", address text,"
                + " key text collate \"C\", content uuid");
        for (FactField field : target.fields()) {
            columns.append(", ")
                    .append(Staging.column(field.key()))
                    .append(' ')
                    .append(field.kind().type());
        }
        for (int i = 0; i < traits; i++) {
            columns.append(", t_").append(i).append(" text");
        }
        handle.execute("create temp table import_stage (" + columns + ")");
        try {
            copy = new PGCopyOutputStream(
                    handle.getConnection().unwrap(PGConnection.class), "copy import_stage from stdin", 1 << 16);
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

    @Override
    public void add(MappedRow row) throws IOException {
        line.setLength(0);
        line.append(++rows).append('\t').append(row.line());
        cell(row.person());
        cell(row.address());
        cell(row.key());
        cell(content.hash(row).toString());
        for (int i = 0; i < fields; i++) {
            cell(row.value(i));
        }
        for (int i = 0; i < traits; i++) {
            cell(row.trait(i));
        }
        line.append('\n');
        copy.write(line.toString().getBytes(StandardCharsets.UTF_8));
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

    @Override
    public void finish() {
        try {
            copy.endCopy();
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }
}
