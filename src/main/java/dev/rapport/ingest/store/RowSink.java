package dev.rapport.ingest.store;

import dev.rapport.ingest.mapping.MappedRow;
import java.io.IOException;
import java.sql.SQLException;

/** Takes rows into temporary tables, where they wait. */
interface RowSink {
    void add(MappedRow row) throws IOException, SQLException;

    void finish() throws IOException, SQLException;

    /** Breaks off what is under way. */
    void giveUp() throws SQLException;
}
