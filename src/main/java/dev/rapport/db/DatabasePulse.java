package dev.rapport.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.util.PSQLState;

/**
 * Tells a database that answers nobody from one that is busy, by a connection of its own: neither the pool's waiting lines nor
 * long statements keep it from being answered. One thread asks.
 */
@ApplicationScoped
class DatabasePulse {
    private static final int SECONDS = 2;

    private final String url;
    private final Properties properties = new Properties();
    private @Nullable Connection connection;

    @Inject
    DatabasePulse(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this(url, user.orElse(null), password.orElse(null));
    }

    DatabasePulse(String url, @Nullable String user, @Nullable String password) {
        this.url = url;
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "rapport pulse");
        properties.setProperty("connectTimeout", Integer.toString(SECONDS));
        properties.setProperty("socketTimeout", Integer.toString(SECONDS));
    }

    /**
     * Whether neither a connection that is there nor a new one is answered within some seconds. A database that refuses is not
     * frozen: who waits for it hears of it.
     */
    boolean isFrozen() {
        try {
            if (connection != null && connection.isValid(SECONDS)) {
                return false;
            }
            close();
            connection = new Driver().connect(url, properties);
            return false;
        } catch (SQLException e) {
            close();
            String state = e.getSQLState();
            return (PSQLState.CONNECTION_UNABLE_TO_CONNECT.getState().equals(state)
                            || PSQLState.CONNECTION_FAILURE.getState().equals(state))
                    && !(e.getCause() instanceof ConnectException);
        }
    }

    private void close() {
        try (Connection old = connection) {
            connection = null;
        } catch (SQLException e) {
            // It is of no use any more, and nobody else has it.
        }
    }
}
