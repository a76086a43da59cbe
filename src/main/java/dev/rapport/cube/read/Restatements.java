package dev.rapport.cube.read;

import dev.rapport.db.ReportingTime;
import dev.rapport.db.VersionedCache;
import dev.rapport.slice.Period;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Tells when a day of a period was last computed again after it was over: the same for as long as the rollup has not moved on. */
final class Restatements {
    private static final int MOST = 500;

    private static final String LAST = """
            select max(refreshed_at) from day_refresh
            where day >= ? and day < ? and refreshed_at > first_at
              and refreshed_at > """ + ReportingTime.start("(day + 1)");

    private final VersionedCache<Of, Optional<Instant>> kept = VersionedCache.ofFew(MOST);

    private record Of(ZoneId zone, Period period) {}

    Optional<Instant> last(Connection connection, Dimensions dimensions, Period period) throws SQLException {
        return kept.get(dimensions.version(), new Of(dimensions.zone(), period), () -> read(connection, period));
    }

    private static Optional<Instant> read(Connection connection, Period period) throws SQLException {
        try (var statement = connection.prepareStatement(LAST)) {
            statement.setObject(1, period.from());
            statement.setObject(2, period.to());
            try (var row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
            }
        }
    }
}
