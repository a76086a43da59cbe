package dev.rapport.dashboard.guide;

import dev.rapport.db.QueryPool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Counts what nobody has looked after for a quarter: targets, and rows that imports refused. */
@ApplicationScoped
class NeglectedRecords {
    static final Duration QUARTER = Duration.ofDays(90);

    private final QueryPool queryPool;

    NeglectedRecords(QueryPool queryPool) {
        this.queryPool = queryPool;
    }

    /** @param rejected rows of so many {@code read} by imports of the last quarter that were not taken back */
    record Counts(long targets, long rejected, long read) {}

    Counts counts(Instant now) {
        Object since = now.minus(QUARTER).atOffset(ZoneOffset.UTC);
        try (QueryPool.Turn turn = queryPool.forQuestion()) {
            return turn.handle()
                    .select("""
                            select (select count(*) from target where coalesce(reviewed_at, created_at) < ?),
                                   coalesce(sum(rows_rejected), 0), coalesce(sum(rows_read), 0)
                            from import_job where finished_at >= ? and undone_at is null
                            """, since, since)
                    .map((row, context) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
                    .one();
        }
    }
}
