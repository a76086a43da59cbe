package dev.rapport.segment;

import dev.rapport.db.ZoneRules;
import dev.rapport.team.ReportingZoneChanged;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Refreshes segments when the reporting zone changes, since they are held from day to day and another zone's days move
 * their bounds.
 */
@Singleton
class ZoneChange {
    private static final int EARLY = 100;

    private final DataSource database;

    ZoneChange(DataSource database) {
        this.database = database;
    }

    /** When this start brought other rules of the zone, before anything is counted by them. */
    @Transactional
    void onStart(@Observes @Priority(EARLY) StartupEvent start) throws SQLException {
        try (var connection = database.getConnection()) {
            if (ZoneRules.keep(connection)) {
                SegmentRefresh.refreshAll(connection);
            }
        }
    }

    /** Within the transaction that changes the zone. */
    void onChange(@Observes ReportingZoneChanged change) throws SQLException {
        try (var connection = database.getConnection()) {
            ZoneRules.keep(connection);
            SegmentRefresh.refreshAll(connection);
        }
    }
}
