package dev.rapport.cube.read;

import dev.rapport.db.ReportingTime;
import dev.rapport.db.VersionedCache;
import dev.rapport.slice.Period;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Tells when a day of a period was last computed again after it was over: the same for as long as the rollup has not moved on. */
final class Restatements {
    private static final int MOST = 500;

    private static final String LAST = """
            select max(refreshed_at) from day_refresh
            where day >= ? and day < ? and refreshed_at > first_at
              and refreshed_at > """ + ReportingTime.start("(day + 1)");

    private final VersionedCache<Of, Optional<Instant>> kept = VersionedCache.ofFew(MOST);

    private record Of(ZoneId zone, Period period) {}

    Optional<Instant> last(Handle handle, Dimensions dimensions, Period period) {
        return kept.get(dimensions.version(), new Of(dimensions.zone(), period), () -> read(handle, period));
    }

    private static Optional<Instant> read(Handle handle, Period period) {
        return handle.select(LAST, period.from(), period.to())
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant);
    }
}
