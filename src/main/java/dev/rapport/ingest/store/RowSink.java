package dev.rapport.ingest.store;

import dev.rapport.ingest.mapping.MappedRow;
import java.io.IOException;
import java.sql.SQLException;

/** Where rows wait, in temporary tables. */
interface RowSink {
    void add(MappedRow row) throws IOException, SQLException;

    void finish() throws IOException, SQLException;

    /** Breaks off what is under way. */
    void giveUp() throws SQLException;
}
