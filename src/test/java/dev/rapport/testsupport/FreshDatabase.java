package dev.rapport.testsupport;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A migrated database of its own for a plain test: copied from a template that is migrated once per test JVM, so that a
 * test of SQL needs neither Quarkus nor cleaning up.
 */
public final class FreshDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static boolean templateReady;

    private FreshDatabase() {}

    public static synchronized DataSource create() {
        var server = PostgresResource.running();
        if (!templateReady) {
            execute("create database rapport_template");
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", "rapport_template"))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            templateReady = true;
        }
        String name = "fresh_" + COUNT.incrementAndGet();
        execute("create database " + name + " template rapport_template");
        return server.getDatabase("postgres", name);
    }

    private static void execute(String sql) {
        try (Connection connection =
                        PostgresResource.running().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
