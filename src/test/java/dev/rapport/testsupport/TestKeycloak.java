package dev.rapport.testsupport;

import dev.rapport.demo.KeycloakDistribution;
import dev.rapport.demo.KeycloakServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One real Keycloak for all browser tests of a JVM, with the demo's realm and people. What others need to know of it
 * stands in system properties, because Quarkus loads test classes more than once.
 */
final class TestKeycloak {
    static final String SECRET = "a-secret-that-only-tests-know-of";
    static final String ADMIN_PASSWORD = "keycloak-admin-in-tests";
    private static final String REALM = "rapport.test.keycloak.realm";
    private static final String APP_PORT = "rapport.test.app.port";
    private static final int ATTEMPTS = 100;

    private TestKeycloak() {}

    /** The realm's address and the port at which the app must listen, because Keycloak accepts exact addresses only. */
    record Running(String realm, int appPort) {}

    static Running ensure() {
        synchronized (System.getProperties()) {
            if (System.getProperty(REALM) == null) {
                try {
                    start();
                } catch (IOException | SQLException e) {
                    throw new IllegalStateException("Keycloak did not start", e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
            return new Running(System.getProperty(REALM), Integer.getInteger(APP_PORT));
        }
    }

    private static void start() throws IOException, InterruptedException, SQLException {
        Path target = Files.createDirectories(Path.of("target", "keycloak").toAbsolutePath());
        String url = "http://localhost:" + freePort();
        try (Connection connection =
                        PostgresResource.running().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("create database keycloak");
        }
        KeycloakServer server = KeycloakServer.start(new KeycloakServer.Setup(
                KeycloakDistribution.ensure(
                        Path.of(System.getProperty("rapport.keycloak.zip")),
                        KeycloakDistribution.cache(),
                        target.resolve("build.log")),
                target.resolve("home"),
                target.resolve("keycloak.log"),
                freePort(),
                PostgresResource.running().getJdbcUrl("postgres", "keycloak"),
                Path.of("docker", "keycloak"),
                Map.of(
                        "RAPPORT_URL", url,
                        "RAPPORT_INTERNAL_URL", url,
                        "RAPPORT_OIDC_SECRET", SECRET,
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD)));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "keycloak-stop"));
        if (!server.awaitReady()) {
            throw new IllegalStateException("Keycloak did not start; see target/keycloak/keycloak.log");
        }
        System.setProperty(APP_PORT, url.substring(url.lastIndexOf(':') + 1));
        System.setProperty(REALM, server.realm().toString());
    }

    /**
     * A port that nobody has, below those that systems give to outgoing connections: it is taken some time after it was
     * looked for, and until then a connection to a database may have been given it.
     */
    private static int freePort() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket probe = new ServerSocket(port)) {
                return probe.getLocalPort();
            } catch (IOException e) {
                // Somebody has it; there are others.
            }
        }
        throw new IllegalStateException("no free port found");
    }
}
