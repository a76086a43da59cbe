package dev.rapport.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the real Keycloak with our realm, its data in PostgreSQL. Java is started straight away rather than through kc.sh, so
 * that a signal reaches Keycloak itself.
 */
public final class KeycloakServer implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(4);

    private final Process process;
    private final URI realm;

    private KeycloakServer(Process process, URI realm) {
        this.process = process;
        this.realm = realm;
    }

    /** Where Keycloak listens, where its data are, and which addresses and secrets the realm is imported with. */
    public record Setup(
            Path distribution,
            Path home,
            Path log,
            int port,
            String databaseUrl,
            Path realmFolder,
            Map<String, String> environment) {}

    /** Starts Keycloak; {@link #awaitReady} tells when it answers. */
    public static KeycloakServer start(Setup setup) throws IOException {
        layOut(setup);
        String address = "http://localhost:" + setup.port;
        List<String> command = new ArrayList<>(List.of(
                Processes.java(),
                "-Xms64m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "-Duser.language=en",
                "-Dkc.home.dir=" + setup.home + File.separator,
                "-Djboss.server.config.dir=" + setup.distribution.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-cp",
                setup.distribution.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + setup.port,
                "--hostname=" + address,
                "--db-url=" + setup.databaseUrl,
                "--db-username=postgres"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(setup.log.toFile()));
        builder.environment().put("KC_CACHE", "local");
        builder.environment().put("KC_DB_PASSWORD", "unused");
        builder.environment().putAll(setup.environment);
        return new KeycloakServer(builder.start(), URI.create(address + "/realms/rapport"));
    }

    // Keycloak wants its libraries and its data under one folder; ours are shared and our own.
    private static void layOut(Setup setup) throws IOException {
        Files.createDirectories(setup.home);
        for (String shared : List.of("lib", "providers", "themes")) {
            Path link = setup.home.resolve(shared);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, setup.distribution.resolve(shared).toAbsolutePath());
        }
        Path imports = Files.createDirectories(setup.home.resolve("data").resolve("import"));
        ObjectMapper json = new ObjectMapper();
        ObjectNode realm = (ObjectNode)
                json.readTree(setup.realmFolder.resolve("rapport-realm.json").toFile());
        realm.set(
                "users",
                json.readTree(setup.realmFolder.resolve("demo-users.json").toFile()));
        json.writeValue(imports.resolve("rapport-realm.json").toFile(), realm);
    }

    public boolean awaitReady() throws IOException, InterruptedException {
        return Processes.await(process, URI.create(realm + "/.well-known/openid-configuration"), START);
    }

    public URI realm() {
        return realm;
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        Processes.end(process);
    }
}
