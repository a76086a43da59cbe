package dev.rapport.db;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Runs transactions in which every statement sees the same state of the data. */
public final class Transactions {
    private Transactions() {}

    public static void inOneView(Handle handle, Runnable work) {
        handle.useTransaction(TransactionIsolationLevel.REPEATABLE_READ, transaction -> {
            handle.execute("set local work_mem = '64MB'; set local jit = off");
            work.run();
        });
    }
}
