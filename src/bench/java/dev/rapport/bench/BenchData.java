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

    /** Whether there is room for the facts and a copy of them. */
    private static final boolean KEEP = Boolean.parseBoolean(System.getProperty("bench.keep", "true"));

    /** Whether all is to be derived again, from the facts, by the product as it is now. */
    private static final boolean FRESH = Boolean.getBoolean("bench.fresh");

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
            String kept = KEEP ? FACTS : READ;
            if (!exists(statement, kept) || !FactLoader.VERSION.equals(version(statement, kept))) {
                load(statement);
                statement.execute("alter database " + LOADING + " rename to " + kept);
            }
            if (KEEP && (FRESH || !exists(statement, READ))) {
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
        Flyway.configure()
                .dataSource(server.url(LOADING), "postgres", "")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        try (Connection connection = server.connect(LOADING)) {
            new FactLoader(connection, events, Say::that).load();
        }
        statement.execute("comment on database " + LOADING + " is '" + FactLoader.VERSION + "'");
        if (KEEP) {
            statement.execute("alter database " + LOADING + " with allow_connections false is_template true");
        }
    }

    private static boolean exists(Statement statement, String database) throws SQLException {
        try (ResultSet row = statement.executeQuery("select from pg_database where datname = '" + database + "'")) {
            return row.next();
        }
    }

    private static String version(Statement statement, String database) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select shobj_description(oid, 'pg_database') from pg_database where datname = '" + database + "'")) {
            row.next();
            return Objects.requireNonNullElse(row.getString(1), "");
        }
    }
}
