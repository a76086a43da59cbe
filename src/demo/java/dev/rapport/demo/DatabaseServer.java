package dev.rapport.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Runs PostgreSQL from Maven Central's binaries, with data that outlive the process and a kill of it. */
final class DatabaseServer implements AutoCloseable {
    private static final String MAJOR = "18";
    private final EmbeddedPostgres server;
    private final Path data;

    private DatabaseServer(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    static DatabaseServer start(Path data, Path binaries, Path log) throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).strip().equals(MAJOR)) {
            throw new DemoFailure("The data in " + data + " are of PostgreSQL "
                    + Files.readString(version).strip() + ", this demo brings " + MAJOR + ".");
        }
        endOrphan(data);
        Files.createDirectories(binaries);
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                // The library means servers for tests, that may forget; people's data may not.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "80")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
        return new DatabaseServer(server, data);
    }

    // A launcher that was killed leaves a server or its pid file behind. The folder's lock is ours, so it belongs to
    // nobody.
    private static void endOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> orphan = postmaster(data)
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
        if (orphan.isPresent()) {
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for its clients.
            Processes.signal("INT", orphan.get().pid());
            orphan.get()
                    .onExit()
                    .completeOnTimeout(orphan.get(), 20, TimeUnit.SECONDS)
                    .join();
        }
        Files.deleteIfExists(pidFile);
    }

    private static Optional<Long> postmaster(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.UTF_8);
        return lines.stream().findFirst().map(String::strip).map(Long::valueOf);
    }

    long pid() throws IOException {
        return postmaster(data).orElseThrow();
    }

    void ensureDatabase(String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.executeUpdate("create database " + name);
        }
    }

    DataSource dataSource(String database) {
        return server.getDatabase("postgres", database);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    int port() {
        return server.getPort();
    }

    /** Returns when the server has gone; writing all that is in its memory may take longer than the library waits. */
    @Override
    public void close() throws IOException {
        Optional<ProcessHandle> postmaster = Files.exists(data.resolve("postmaster.pid"))
                ? postmaster(data).flatMap(ProcessHandle::of)
                : Optional.empty();
        server.close();
        postmaster.ifPresent(process -> process.onExit()
                .completeOnTimeout(process, 60, TimeUnit.SECONDS)
                .join());
    }
}
