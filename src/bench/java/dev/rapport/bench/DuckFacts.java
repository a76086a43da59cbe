package dev.rapport.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.postgresql.PGConnection;

/**
 * The same facts in a file of DuckDB: narrow columns, moments in UTC, and the reporting day beside them, which saves it the
 * time zones. Loaded once.
 */
final class DuckFacts {
    private static final String DAY = "(%s at time zone 'Europe/Berlin')::date";

    /** What is taken from PostgreSQL, and as what. */
    private record Source(String table, String columns, String types) {}

    private static final List<Source> SOURCES = List.of(
            new Source(
                    "event",
                    "visitor_id, message_id, at at time zone 'UTC', " + DAY.formatted("at")
                            + ", kind, name_id, page_id, source_id, scroll_percent, visible_ms",
                    "visitor_id integer, message_id uuid, \"at\" timestamp, day date, kind tinyint, name_id smallint,"
                            + " page_id smallint, source_id smallint, scroll_percent tinyint, visible_ms integer"),
            new Source("visitor", "id, person_id", "id integer, person_id integer"),
            new Source("event_name", "id, name", "id smallint, name varchar"),
            new Source("traffic_source", "id, channel_id", "id smallint, channel_id smallint"),
            new Source("channel", "id, key", "id smallint, key varchar"),
            new Source(
                    "membership",
                    "person_id, group_id, from_day, to_day, value_id",
                    "person_id integer, group_id smallint, from_day date, to_day date, value_id smallint"),
            new Source("segment_group", "id, key", "id smallint, key varchar"),
            new Source("segment_value", "id, group_id, key", "id smallint, group_id smallint, key varchar"),
            new Source("survey", "id, kind", "id smallint, kind varchar"),
            new Source(
                    "response",
                    "survey_id, visitor_id, channel_id, at at time zone 'UTC', " + DAY.formatted("at")
                            + ", score, current",
                    "survey_id smallint, visitor_id integer, channel_id smallint, \"at\" timestamp, day date, score tinyint,"
                            + " current boolean"),
            new Source(
                    "ticket",
                    "visitor_id, channel_id, created_at at time zone 'UTC', first_response_at at time zone 'UTC',"
                            + " resolved_at at time zone 'UTC', current",
                    "visitor_id integer, channel_id smallint, created_at timestamp, first_response_at timestamp,"
                            + " resolved_at timestamp, current boolean"));

    private DuckFacts() {}

    /** Opens the file, which is loaded when it is not there; {@code threads} as many as the machine has cores. */
    static Connection open(BenchHome home, Connection postgres, String version) throws SQLException, IOException {
        Path file = home.folder().resolve("facts-" + version.replace(' ', '-') + ".duckdb");
        if (!Files.exists(file)) {
            Path loading = home.folder().resolve("loading.duckdb");
            Files.deleteIfExists(loading);
            try (Connection duck = connect(loading)) {
                load(home, postgres, duck);
            }
            Files.move(loading, file);
            Say.that("DuckDB has the facts");
        }
        return connect(file);
    }

    private static Connection connect(Path file) throws SQLException {
        Connection duck = connect(file.toString());
        try (Statement statement = duck.createStatement()) {
            statement.execute("set threads = " + Runtime.getRuntime().availableProcessors());
        }
        return duck;
    }

    /** In memory, for when it is not asked. */
    static Connection none() throws SQLException {
        return connect("");
    }

    // Not by the driver manager, which does not look into Maven's class loaders.
    private static Connection connect(String file) throws SQLException {
        return new DuckDBDriver().connect("jdbc:duckdb:" + file, new Properties());
    }

    private static void load(BenchHome home, Connection postgres, Connection duck) throws SQLException, IOException {
        Path csv = home.folder().resolve("export.csv");
        try (Statement statement = duck.createStatement()) {
            for (Source source : SOURCES) {
                try (OutputStream out = Files.newOutputStream(csv)) {
                    postgres.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(
                                    "copy (select " + source.columns + " from " + source.table
                                            + ") to stdout (format csv)",
                                    out);
                }
                statement.execute("create table " + source.table + " (" + source.types + ")");
                statement.execute("copy " + source.table + " from '" + csv + "' (format csv, header false)");
            }
            statement.execute("checkpoint");
        } finally {
            Files.deleteIfExists(csv);
        }
    }
}
