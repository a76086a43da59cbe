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
    /** @param waiting since when the oldest facts have waited that are not counted in */
    static Freshness read(Connection connection, Dimensions dimensions, Optional<OffsetDateTime> waiting, Period period)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                select max(refreshed_at) from day_refresh
                where day >= ? and day < ? and refreshed_at > first_at
                  and refreshed_at > ((day + 1)::timestamp at time zone ?)
                """)) {
            statement.setObject(1, period.from());
            statement.setObject(2, period.to());
            statement.setString(3, dimensions.zone().getId());
            try (var row = statement.executeQuery()) {
                row.next();
                return new Freshness(
                        dimensions
                                .refreshedAt()
                                .map(refreshed -> waiting.map(OffsetDateTime::toInstant)
                                        .filter(refreshed::isAfter)
                                        .orElse(refreshed)),
                        Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant));
            }
        }
    }
}
