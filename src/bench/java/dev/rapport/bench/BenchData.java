package dev.rapport.bench;

import dev.rapport.bench.data.FactLoader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.flywaydb.core.Flyway;

/**
 * The databases: {@value #FACTS} holds facts only and takes no connections, all others are copies of it. It appears under
 * that name when it is complete, so that there is never half of it.
 */
final class BenchData {
    static final String FACTS = "rapport_facts";
    static final String READ = "rapport";
    /** For what is written. */
    static final String SCRATCH = "rapport_scratch";

    private static final String LOADING = "rapport_loading";

    private final BenchPostgres server;
    private final long events;

    BenchData(BenchPostgres server, long events) {
        this.server = server;
        this.events = events;
    }

    /** Loads the facts unless they are there, in the form that this generator makes. */
    void ensure() throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            if (!exists(statement, FACTS) || !FactLoader.VERSION.equals(version(statement))) {
                load(statement);
            }
            // What an older product derived is not what this one would.
            if (!exists(statement, READ) || flyway(READ).info().pending().length > 0) {
                server.copy(FACTS, READ);
            }
        }
    }

    private void load(Statement statement) throws SQLException {
        Say.that("Making " + events + " events and what belongs to them");
        if (exists(statement, FACTS)) {
            statement.execute("alter database " + FACTS + " is_template false");
        }
        for (String old : new String[] {FACTS, READ, SCRATCH, LOADING}) {
            statement.execute("drop database if exists " + old + " with (force)");
        }
        statement.execute("create database " + LOADING);
        flyway(LOADING).migrate();
        try (Connection connection = server.connect(LOADING)) {
            new FactLoader(connection, events, Say::that).load();
        }
        statement.execute("comment on database " + LOADING + " is '" + FactLoader.VERSION + "'");
        statement.execute("alter database " + LOADING + " with allow_connections false is_template true");
        statement.execute("alter database " + LOADING + " rename to " + FACTS);
    }

    private Flyway flyway(String database) {
        return Flyway.configure()
                .dataSource(server.url(database), "postgres", "")
                .locations("classpath:db/migration")
                .load();
    }

    private static boolean exists(Statement statement, String database) throws SQLException {
        try (ResultSet row = statement.executeQuery("select from pg_database where datname = '" + database + "'")) {
            return row.next();
        }
    }

    private static String version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select shobj_description(oid, 'pg_database') from pg_database where datname = '" + FACTS + "'")) {
            row.next();
            return Objects.requireNonNullElse(row.getString(1), "");
        }
    }
}
