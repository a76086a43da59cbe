package dev.rapport.db;

import org.jdbi.v3.core.Handle;

/**
 * Lets one transaction at a time store an import, undo one, or merge what imports refer to. Rows that one takes for
 * known must not be taken away by another meanwhile. Files are read, and figures asked, beside it.
 */
public final class StoringTurn {
    private static final long LOCK = 0x7261_7069_6d70_0002L;

    private StoringTurn() {}

    /** Waits for it; it lasts until the transaction ends. */
    public static void await(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(?)", LOCK);
    }

    /** @return false when somebody else has it: people who wait for a page do not wait for imports */
    public static boolean attempt(Handle handle) {
        return handle.select("select pg_try_advisory_xact_lock(?)", LOCK)
                .mapTo(Boolean.class)
                .one();
    }
}
