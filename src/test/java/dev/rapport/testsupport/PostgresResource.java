package dev.rapport.testsupport;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL for every {@code @QuarkusTest}, started once per test JVM: the annotation makes it global,
 * so a test class asks for nothing and Quarkus is not restarted between classes. It outlives a restart of Quarkus
 * (another test profile) and ends with the JVM.
 */
@QuarkusTestResource(PostgresResource.class)
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private static @Nullable EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.datasource.jdbc.url", running().getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "unused");
    }

    /** For tests that stop and start the database themselves. */
    public static synchronized EmbeddedPostgres running() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "60")
                        .setServerConfig("shared_buffers", "128MB")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
            }
        }
        return server;
    }

    @Override
    public void stop() {
        // The JVM's end stops it: another profile's Quarkus may need it next.
    }
}
