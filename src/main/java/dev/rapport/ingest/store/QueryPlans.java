package dev.rapport.ingest.store;

import org.jdbi.v3.core.Handle;

/**
 * Makes PostgreSQL plan a transaction that touches many rows without risking quadratic time. No guess of its can make
 * it take the square of them.
 */
final class QueryPlans {
    /** Fewer are soon looked up one by one, whatever the tables beside them. */
    private static final long MANY = 2_000;

    private QueryPlans() {}

    /** @param rows that the transaction is about */
    static void prepare(Handle handle, long rows) {
        // PostgreSQL's own 4 MB would sort and hash a large file on disk, and merging with a small dictionary sorts all
        // rows. Checks of foreign keys that this connection planned when the tables were small read them whole, for
        // each row.
        handle.execute(
                "set local work_mem = '64MB'; set local jit = off; set local enable_mergejoin = off; discard plans");
        if (rows > MANY) {
            handle.execute("set local enable_nestloop = off");
        }
    }
}
