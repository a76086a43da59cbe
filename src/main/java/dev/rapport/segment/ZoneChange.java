package dev.rapport.segment;

import dev.rapport.team.ReportingZoneChanged;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Segments are held from day to day, so another zone's days move their bounds. */
@Singleton
class ZoneChange {
    private final DataSource database;

    ZoneChange(DataSource database) {
        this.database = database;
    }

    /** Within the transaction that changes the zone. */
    void onChange(@Observes ReportingZoneChanged change) throws SQLException {
        try (var connection = database.getConnection()) {
            SegmentRefresh.refreshAll(connection);
        }
    }
}
