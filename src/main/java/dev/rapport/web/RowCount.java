package dev.rapport.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the rows that are written as the answer to a request, also where it is broken off. */
public final class RowCount {
    private final AtomicLong rows = new AtomicLong();

    private RowCount() {}

    /** Counts for the current request from here on. */
    public static RowCount begin() {
        RowCount count = new RowCount();
        Context context = Vertx.currentContext();
        if (context != null) {
            context.putLocal(RowCount.class, count);
        }
        return count;
    }

    /** That of the current request, or one that nobody reads. */
    public static RowCount current() {
        Context context = Vertx.currentContext();
        RowCount count = context == null ? null : context.getLocal(RowCount.class);
        return count == null ? new RowCount() : count;
    }

    /** To be called by the one thread that writes. */
    public void add() {
        rows.setPlain(rows.getPlain() + 1);
    }

    public long rows() {
        return rows.get();
    }
}
