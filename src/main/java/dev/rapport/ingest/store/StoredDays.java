package dev.rapport.ingest.store;

import dev.rapport.fact.FactType;
import dev.rapport.fact.StoragePath;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds the first and the last day that the rows of a file are of, while they still wait in their temporary table. */
public record StoredDays(LocalDate first, LocalDate last) {
    private static final String DAY = "day";

    /** Empty for rows that are of no time: people. */
    public static Optional<StoredDays> of(Handle handle, FactType target, ZoneId zone) {
        boolean events = target.storagePath() == StoragePath.EVENTS;
        boolean byDay = target.has(DAY);
        Optional<String> field = byDay ? Optional.of(DAY) : target.at();
        if (field.isEmpty() || target.storagePath() == StoragePath.PEOPLE) {
            return Optional.empty();
        }
        String column = Staging.column(field.get());
        return handle.select("select min(%1$s), max(%1$s) from %2$s having count(%1$s) > 0"
                        .formatted(column, events ? "import_event" : "import_winner"))
                .map((row, context) -> byDay
                        ? new StoredDays(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class))
                        : new StoredDays(
                                day(row.getObject(1, OffsetDateTime.class), zone),
                                day(row.getObject(2, OffsetDateTime.class), zone)))
                .findOne();
    }

    private static LocalDate day(OffsetDateTime at, ZoneId zone) {
        return at.atZoneSameInstant(zone).toLocalDate();
    }
}
