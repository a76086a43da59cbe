package dev.rapport.query;

import dev.rapport.slice.Period;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * @param freshAt until when facts are counted in: when the oldest waiting ones came, or the last refresh when none wait
 * @param restatedAt when a day of the period was last computed again after it was over
 */
record Freshness(Optional<Instant> freshAt, Optional<Instant> restatedAt) {
    static Freshness read(Connection connection, Dimensions dimensions, Period period) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select (select min(marked_at) from dirty_day) as waiting,
                       (select max(refreshed_at) from day_refresh
                        where day >= ? and day < ? and refreshed_at > first_at
                          and refreshed_at > ((day + 1)::timestamp at time zone ?)) as restated
                """)) {
            statement.setObject(1, period.from());
            statement.setObject(2, period.to());
            statement.setString(3, dimensions.zone().getId());
            try (var row = statement.executeQuery()) {
                row.next();
                Optional<Instant> waiting = Optional.ofNullable(row.getObject("waiting", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
                Optional<Instant> restated = Optional.ofNullable(row.getObject("restated", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
                return new Freshness(
                        dimensions
                                .refreshedAt()
                                .map(refreshed ->
                                        waiting.filter(refreshed::isAfter).orElse(refreshed)),
                        restated);
            }
        }
    }
}
