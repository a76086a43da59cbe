package dev.rapport.schema;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Migrates the database at the start, before the server listens. Nearly always there is nothing to do, which Flyway takes a third of
 * a second and more to find out; so its own table is compared with the files first, as it does it, and it is called when they differ.
 */
@ApplicationScoped
class Schema {
    private static final Logger LOG = Logger.getLogger(Schema.class);

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
        if (isCurrent()) {
            LOG.debug("The tables are as this version needs them");
        } else {
            Flyway.configure().dataSource(dataSource).load().migrate();
        }
    }

    /** Whether exactly the migrations of this version were applied. What cannot be told is left to Flyway, with its messages. */
    boolean isCurrent() {
        URL source = Schema.class.getProtectionDomain().getCodeSource().getLocation();
        if (source == null) {
            // Quarkus loaded it for a test or while developing.
            return false;
        }
        try (Connection connection = dataSource.getConnection()) {
            return Migrations.in(Path.of(source.toURI())).equals(applied(connection));
        } catch (SQLException | IOException | URISyntaxException e) {
            LOG.debugf("Flyway is asked whether there is something to migrate: %s", e.getMessage());
            return false;
        }
    }

    private static Map<String, Integer> applied(Connection connection) throws SQLException {
        Map<String, Integer> applied = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select coalesce(version, script), case when success then coalesce(checksum, 0) else 0 end"
                                + " from flyway_schema_history")) {
            while (row.next()) {
                applied.put(row.getString(1), row.getInt(2));
            }
        }
        return applied;
    }
}
