package dev.rapport.db;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tells with an answer how many rows PostgreSQL looked at for it, a {@code Server-Timing} entry a table, where the settings ask
 * for that: {@code session;desc=1200}. It is what an answer costs whatever else the machine does (ADR 48).
 */
@ApplicationScoped
public class TableReads {
    /** What this transaction has looked at so far. Rows that an index alone answers are not among them. */
    private static final String READ = """
            select relname, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as rows
            from pg_stat_xact_user_tables
            where coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) > 0
            """;

    private final boolean wanted;
    private final CurrentVertxRequest request;

    TableReads(QueryConfig config, CurrentVertxRequest request) {
        this.wanted = config.tellReads();
        this.request = request;
    }

    /** Adds what the handle's transaction has read to the headers of the answer; to be called before it ends. */
    public void tell(Handle handle) {
        RoutingContext current = wanted ? current() : null;
        if (current == null || current.response().headWritten()) {
            return;
        }
        handle.select(READ)
                .map((row, context) -> row.getString(1) + ";desc=" + row.getLong(2))
                .forEach(entry -> current.response().headers().add("Server-Timing", entry));
    }

    private @Nullable RoutingContext current() {
        return Arc.container().requestContext().isActive() ? request.getCurrent() : null;
    }
}
