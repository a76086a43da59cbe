package dev.rapport.demo;

import dev.rapport.demo.data.DemoDataJob;
import dev.rapport.team.Role;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs PostgreSQL, Keycloak and Rapport on this machine, with demo data, for {@code mvn -Pdemo}. Plain Java in Maven's own
 * process, so that whoever ends Maven ends all three.
 */
public final class DemoLauncher {
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration FIGURES = Duration.ofSeconds(60);
    private static final int CUSTOMERS = Integer.getInteger("rapport.demo.customers", 20_000);
    private static final boolean DEMO_DATA = Boolean.parseBoolean(System.getProperty("rapport.demo.data", "true"));
    private static final Logger LIBRARY_LOG = Logger.getLogger("io.zonky");

    private final PrintStream out;
    private final Instant begin = Instant.now();
    private final int port = Integer.getInteger("quarkus.http.port", 8080);
    private final int keycloakPort = Integer.getInteger("rapport.keycloak.port", port + 100);
    private final int managementPort = Integer.getInteger("quarkus.management.port", port + 200);
    private final String url = "http://localhost:" + port;

    private volatile boolean stopping;
    private int toldPercent;
    private @Nullable DatabaseServer database;
    private @Nullable KeycloakServer keycloak;
    private @Nullable Process app;

    private DemoLauncher(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        DemoLauncher launcher = new DemoLauncher(out);
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "demo-stop"));
        try {
            launcher.run();
        } catch (DemoFailure e) {
            out.println("\nRapport demo: " + e.getMessage() + "\n");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | SQLException | RuntimeException e) {
            out.println("\nRapport demo could not start: " + e + "\n");
        }
        // Not by an exception: Maven would print a wall of words around one line.
        System.exit(1);
    }

    private void run() throws IOException, InterruptedException, SQLException {
        LIBRARY_LOG.setLevel(Level.WARNING);
        DemoHome.requireFreePort(port, "quarkus.http.port");
        DemoHome.requireFreePort(keycloakPort, "rapport.keycloak.port");
        DemoHome.requireFreePort(managementPort, "quarkus.management.port");
        DemoHome home = DemoHome.open(folder());
        DemoSecrets secrets = DemoSecrets.keptIn(home.secrets());
        Process watchdog = Processes.watchdog();
        Path cache = KeycloakDistribution.cache();

        say("PostgreSQL starts, its data in " + home.postgres());
        database = DatabaseServer.start(home.postgres(), cache.resolve("postgres"), home.log("postgres"));
        Processes.watch(watchdog, "INT", database.pid());
        database.ensureDatabase("rapport");
        database.ensureDatabase("keycloak");
        try (Connection connection = database.dataSource("keycloak").getConnection()) {
            DemoDatabase.moveRealm(connection, secrets.client(), url);
        }

        say("Keycloak's distribution is in " + cache + "; the first time it is unpacked and built there");
        Path distribution = KeycloakDistribution.ensure(
                Path.of(property("rapport.keycloak.zip")), cache, home.log("keycloak-build"));
        say("Keycloak starts on port " + keycloakPort);
        keycloak = KeycloakServer.start(new KeycloakServer.Setup(
                distribution,
                home.keycloak(),
                home.log("keycloak"),
                keycloakPort,
                database.url("keycloak"),
                Path.of(property("rapport.project"), "docker", "keycloak"),
                realmEnvironment(secrets)));
        Processes.watch(watchdog, "TERM", keycloak.process().pid());
        if (!keycloak.awaitReady()) {
            throw new DemoFailure("Keycloak did not start; see " + home.log("keycloak"));
        }

        say("Rapport starts");
        app = startApp(database, keycloak, secrets, home);
        Processes.watch(watchdog, "TERM", app.pid());
        if (!Processes.await(app, Processes.ready(managementPort), START)) {
            throw new DemoFailure("Rapport did not start; see " + home.log("rapport"));
        }
        try (Connection connection = database.dataSource("rapport").getConnection()) {
            DemoDatabase.ensureKey(connection, secrets.readKey(), "Demo: read", Role.READ);
            DemoDatabase.ensureKey(connection, secrets.ingestKey(), "Demo: ingest", Role.INGEST);
        }
        if (DEMO_DATA) {
            fill(database);
            new FiguresProgress(database, this::say).await(app, FIGURES);
        }
        welcome(home, secrets);
        int exit = app.waitFor();
        if (stopping) {
            return;
        }
        throw new DemoFailure("Rapport ended with " + exit + "; see " + home.log("rapport"));
    }

    /** Makes the demo data where nothing was imported yet, while the application serves already. */
    private void fill(DatabaseServer database) {
        try {
            OptionalLong rows = new DemoDataJob(database.dataSource("rapport"))
                    .runOnFreshDatabase(Instant.now(), CUSTOMERS, this::tellFifths);
            rows.ifPresent(count -> say("Demo data: " + count + " rows stored; figures follow"));
        } catch (SQLException | RuntimeException e) {
            say("Demo data could not be made, nothing of them was stored: " + e);
        }
    }

    private void tellFifths(int percent) {
        if (percent >= toldPercent + 20) {
            toldPercent = percent;
            say("Demo data: " + percent + " % of the customers' lives told");
        }
    }

    private Process startApp(DatabaseServer database, KeycloakServer keycloak, DemoSecrets secrets, DemoHome home)
            throws IOException {
        Path uploads = Files.createDirectories(home.uploads());
        ProcessBuilder builder = Processes.packaged(Path.of(property("rapport.project")), List.of());
        builder.redirectOutput(home.appendLog("rapport"));
        Map<String, String> environment = builder.environment();
        environment.put("QUARKUS_HTTP_HOST", System.getProperty("quarkus.http.host", "127.0.0.1"));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.url("rapport"));
        environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", "unused");
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.realm().toString());
        environment.put("QUARKUS_OIDC_CREDENTIALS_SECRET", secrets.client());
        environment.put("QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET", secrets.encryption());
        environment.put("QUARKUS_HTTP_BODY_UPLOADS_DIRECTORY", uploads.toString());
        environment.put("RAPPORT_IMPORT_DIR", uploads.resolve("imports").toString());
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        return builder.start();
    }

    private Map<String, String> realmEnvironment(DemoSecrets secrets) {
        Map<String, String> environment = new HashMap<>();
        environment.put("RAPPORT_URL", url);
        environment.put("RAPPORT_INTERNAL_URL", url);
        environment.put("RAPPORT_OIDC_SECRET", secrets.client());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.keycloakAdmin());
        return environment;
    }

    private void welcome(DemoHome home, DemoSecrets secrets) {
        say("Ready.");
        out.printf(
                """

                  Rapport            %s

                  Marketing          maria   maria-demo-1234
                  Support            samir   samir-demo-1234
                  Administration     ada     ada-demo-1234

                  API key, reads     %s
                  API key, sends     %s
                  Keycloak           http://localhost:%d/admin   admin   %s
                  PostgreSQL         %s   postgres
                  Data and logs      %s

                  Ctrl-C stops everything; the data stay.

                """,
                url,
                secrets.readKey(),
                secrets.ingestKey(),
                keycloakPort,
                secrets.keycloakAdmin(),
                Objects.requireNonNull(database).url("rapport"),
                home);
    }

    private void say(String what) {
        out.printf("[%3d s] %s%n", Duration.between(begin, Instant.now()).toSeconds(), what);
    }

    // In the order of dependence, so that nobody writes into a server that has gone.
    private void stop() {
        stopping = true;
        if (app != null) {
            out.println("Stopping ...");
        }
        if (app != null) {
            Processes.end(app);
        }
        if (keycloak != null) {
            keycloak.close();
        }
        if (database != null) {
            try {
                database.close();
            } catch (IOException e) {
                out.println("PostgreSQL: " + e.getMessage());
            }
            out.println("Rapport has stopped.");
        }
    }

    private static Path folder() {
        String chosen = System.getProperty("rapport.home", "");
        return (chosen.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".local", "share", "rapport", "demo")
                        : Path.of(chosen))
                .toAbsolutePath();
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
