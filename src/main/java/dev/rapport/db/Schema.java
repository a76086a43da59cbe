package dev.rapport.db;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Migrates the database at the start, before the server listens. */
@ApplicationScoped
class Schema {
    /** Before whoever else does something at the start, scheduled work included. */
    private static final int FIRST = -1_000;

    private final DataSource dataSource;

    Schema(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        migrate();
    }

    void migrate() {
        Flyway.configure().dataSource(dataSource).load().migrate();
    }
}
