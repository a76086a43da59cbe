package dev.rapport.ingest.store;

import dev.rapport.fact.FactType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Finds the first and the last day that the rows of a file are of, while they still wait in their temporary table. */
public record StoredDays(LocalDate first, LocalDate last) {
    private static final String DAY = "day";

    /** Empty for rows that are of no time: people. */
    public static Optional<StoredDays> of(Connection connection, FactType target, ZoneId zone) throws SQLException {
        boolean events = target.key().equals("events");
        boolean byDay = target.has(DAY);
        Optional<String> field = byDay ? Optional.of(DAY) : target.at();
        if (field.isEmpty() || target.key().equals("people")) {
            return Optional.empty();
        }
        String column = Staging.column(field.get());
        try (var statement = connection.prepareStatement("select min(%1$s), max(%1$s) from %2$s"
                        .formatted(column, events ? "import_event" : "import_winner"));
                var row = statement.executeQuery()) {
            row.next();
            if (row.getObject(1) == null) {
                return Optional.empty();
            }
            return Optional.of(
                    byDay
                            ? new StoredDays(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class))
                            : new StoredDays(
                                    row.getObject(1, OffsetDateTime.class)
                                            .atZoneSameInstant(zone)
                                            .toLocalDate(),
                                    row.getObject(2, OffsetDateTime.class)
                                            .atZoneSameInstant(zone)
                                            .toLocalDate()));
        }
    }
}
