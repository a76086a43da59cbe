package dev.rapport.ingest.store;

import dev.rapport.ingest.mapping.MappedRow;
import java.io.IOException;

/** Takes rows into temporary tables, where they wait. */
interface RowSink extends AutoCloseable {
    void add(MappedRow row) throws IOException;

    void finish() throws IOException;

    /** Breaks off what is under way. */
    @Override
    void close();
}
