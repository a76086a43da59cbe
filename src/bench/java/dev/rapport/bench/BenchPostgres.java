package dev.rapport.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** PostgreSQL with the settings of a server of its own, and durable as one: the peers shall not be slow for want of memory. */
final class BenchPostgres implements AutoCloseable {
    private final @Nullable EmbeddedPostgres started;
    private final int port;
    private final Path data;
    private final AtomicBoolean ended = new AtomicBoolean();

    private BenchPostgres(@Nullable EmbeddedPostgres started, int port, Path data) {
        this.started = started;
        this.port = port;
        this.data = data;
    }

    /** Starts it, or takes the one that runs on this folder already and leaves it running in the end. */
    static BenchPostgres open(BenchHome home) throws IOException {
        Path data = home.postgres();
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
            int port = Integer.parseInt(lines.get(3).strip());
            if (answers(port)) {
                return new BenchPostgres(null, port, data);
            }
            if (isRunning(Long.parseLong(lines.get(0).strip()))) {
                throw new IllegalStateException(
                        "A PostgreSQL runs on " + data + " but does not answer on port " + port);
            }
            Files.delete(pidFile);
        }
        Files.createDirectories(home.folder());
        Path log = home.log("postgres");
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(
                        Files.createDirectories(home.folder().resolveSibling("binaries"))
                                .toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("work_mem", "64MB")
                .setServerConfig("maintenance_work_mem", "512MB")
                .setServerConfig("effective_cache_size", "12GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("listen_addresses", "127.0.0.1");
        Integer port = Integer.getInteger("bench.postgres.port");
        if (port != null) {
            builder.setPort(port);
        }
        EmbeddedPostgres server = builder.start();
        BenchPostgres opened = new BenchPostgres(server, server.getPort(), data);
        Runtime.getRuntime().addShutdownHook(new Thread(opened::end));
        return opened;
    }

    private static boolean answers(int port) {
        try (Connection connection = connect(url(port, "postgres"), "postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean isRunning(long process) {
        return ProcessHandle.of(process)
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    // Not by the driver manager, which does not look into Maven's class loaders.
    private static Connection connect(String url, String user) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        return Objects.requireNonNull(new Driver().connect(url, properties));
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String url(String database) {
        return url(port, database);
    }

    Connection connect(String database) throws SQLException {
        return connect(url(database), "postgres");
    }

    /** A copy of a database, to which nobody may be connected. */
    void copy(String from, String to) throws SQLException {
        drop(to);
        run("create database " + to + " template " + from + " strategy file_copy");
    }

    void drop(String database) throws SQLException {
        run("drop database if exists " + database + " with (force)");
    }

    void run(String sql) throws SQLException {
        try (Connection connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void end() {
        try {
            close();
        } catch (IOException e) {
            Say.that("PostgreSQL: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        if (started == null || ended.getAndSet(true)) {
            return;
        }
        Path pidFile = data.resolve("postmaster.pid");
        var process = Files.exists(pidFile)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).get(0).strip()))
                : Optional.<ProcessHandle>empty();
        started.close();
        // Writing all that is in its memory may take longer than the library waits.
        process.ifPresent(postmaster -> postmaster
                .onExit()
                .completeOnTimeout(postmaster, 2, TimeUnit.MINUTES)
                .join());
    }
}
