package dev.rapport.segment;

import dev.rapport.db.ZoneRules;
import dev.rapport.team.ReportingZoneChanged;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Jdbi;

/**
 * Refreshes segments when the reporting zone changes, since they are held from day to day and another zone's days move
 * their bounds.
 */
@Singleton
class ZoneChange {
    private static final int EARLY = 100;

    private final Jdbi jdbi;

    ZoneChange(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** When this start brought other rules of the zone, before anything is counted by them. */
    @Transactional
    void onStart(@Observes @Priority(EARLY) StartupEvent start) {
        jdbi.useHandle(handle -> {
            if (ZoneRules.keep(handle)) {
                SegmentRefresh.refreshAll(handle);
            }
        });
    }

    /** Within the transaction that changes the zone. */
    void onChange(@Observes ReportingZoneChanged change) {
        jdbi.useHandle(handle -> {
            ZoneRules.keep(handle);
            SegmentRefresh.refreshAll(handle);
        });
    }
}
