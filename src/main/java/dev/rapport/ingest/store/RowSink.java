package dev.rapport.ingest.store;

import dev.rapport.ingest.row.Row;
import java.io.IOException;
import java.sql.SQLException;

/** Where rows wait, in temporary tables. */
interface RowSink {
    void add(Row row) throws IOException, SQLException;

    void finish() throws IOException, SQLException;

    /** Breaks off what is under way. */
    void giveUp() throws SQLException;
}
