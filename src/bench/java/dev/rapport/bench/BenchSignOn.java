package dev.rapport.bench;

import dev.rapport.demo.KeycloakDistribution;
import dev.rapport.demo.KeycloakServer;
import dev.rapport.team.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The real Keycloak with the demo's people, its data made anew for each run. */
final class BenchSignOn implements AutoCloseable {
    private static final String DATABASE = "keycloak";

    private final KeycloakServer server;
    private final String clientSecret;

    private BenchSignOn(KeycloakServer server, String clientSecret) {
        this.server = server;
        this.clientSecret = clientSecret;
    }

    /** Begins to start it; {@link #await} tells when it is ready. */
    static BenchSignOn start(Options options, BenchHome home, BenchPostgres database, String url)
            throws IOException, InterruptedException, SQLException {
        try (Connection connection = database.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE + " with (force)");
            statement.execute("create database " + DATABASE);
        }
        String secret = Secrets.random();
        Path distribution = KeycloakDistribution.ensure(
                options.keycloakZip(), KeycloakDistribution.cache(), home.log("keycloak-build"));
        KeycloakServer server = KeycloakServer.start(new KeycloakServer.Setup(
                distribution,
                home.folder().resolve("keycloak"),
                home.log("keycloak"),
                options.port() + 1,
                database.url(DATABASE),
                options.project().resolve("docker").resolve("keycloak"),
                Map.of(
                        "RAPPORT_URL", url,
                        "RAPPORT_INTERNAL_URL", url,
                        "RAPPORT_OIDC_SECRET", secret,
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", Secrets.random())));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return new BenchSignOn(server, secret);
    }

    void await() throws IOException, InterruptedException {
        if (!server.awaitReady()) {
            throw new IllegalStateException("Keycloak did not start");
        }
    }

    /** What the product needs to know of it. */
    Map<String, String> environment() {
        return Map.of(
                "QUARKUS_OIDC_AUTH_SERVER_URL", server.realm().toString(),
                "QUARKUS_OIDC_CREDENTIALS_SECRET", clientSecret,
                "QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET", clientSecret);
    }

    @Override
    public void close() {
        server.close();
    }
}
