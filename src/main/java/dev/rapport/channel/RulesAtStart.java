package dev.rapport.channel;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Classifies stored traffic sources anew at the start when a migration has changed the rules. */
@ApplicationScoped
class RulesAtStart {
    private static final Logger LOG = Logger.getLogger(RulesAtStart.class);

    private final DataSource database;

    RulesAtStart(DataSource database) {
        this.database = database;
    }

    void start(@Observes StartupEvent event) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            run(connection);
            connection.commit();
        }
    }

    /** @return how many have another channel than before */
    static int run(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            // whoever starts beside this waits here, and then finds nothing to do
            if (statement.executeUpdate("update settings set rules_changed = false where rules_changed") == 0) {
                return 0;
            }
            int changed = Reclassification.run(connection);
            LOG.infof("The channel rules have changed; %d traffic sources have another channel", changed);
            return changed;
        }
    }
}
