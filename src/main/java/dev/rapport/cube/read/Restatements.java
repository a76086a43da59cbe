package dev.rapport.cube.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rapport.db.ReportingTime;
import dev.rapport.slice.Period;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** When a day of a period was last computed again after it was over: the same for as long as the rollup has not moved on. */
final class Restatements {
    private static final int MOST = 500;

    private static final String LAST = """
            select max(refreshed_at) from day_refresh
            where day >= ? and day < ? and refreshed_at > first_at
              and refreshed_at > """ + ReportingTime.start("(day + 1)");

    private final Cache<Of, Optional<Instant>> kept =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    private record Of(long version, ZoneId zone, Period period) {}

    Optional<Instant> last(Connection connection, Dimensions dimensions, Period period) throws SQLException {
        Of key = new Of(dimensions.version(), dimensions.zone(), period);
        Optional<Instant> known = kept.getIfPresent(key);
        if (known == null) {
            known = read(connection, period);
            kept.put(key, known);
        }
        return known;
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
