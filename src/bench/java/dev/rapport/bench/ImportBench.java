package dev.rapport.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** A file of events through the API, against COPY of the very rows that it became into the same table and indexes. */
final class ImportBench {
    private static final int ROWS = Integer.getInteger("bench.import.rows", 1_000_000);
    /** Enough for Java to have compiled what reads a file. */
    private static final int WARM_UP_ROWS = ROWS / 10;

    private static final double WANTED = 0.5;
    private static final String COLUMNS =
            "visitor_id, message_id, at, kind, name_id, page_id, source_id, scroll_percent, visible_ms, import_id";

    /** Events as a tracker would have exported them, of people who are known and under ids of their own. */
    private static final String FILE = """
            copy (
                select case when key like 'u:%%' then substr(key, 3) end as customer,
                       case when key like 'a:%%' then substr(key, 3) end as anonymous,
                       gen_random_uuid() as id, event_name.name as event, case kind when 1 then 'page' else 'track' end as kind,
                       to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, page.path as url,
                       utm_source, utm_medium, utm_campaign, scroll_percent as scroll, visible_ms / 1000.0 as visible
                from event
                join visitor on visitor.id = event.visitor_id
                join event_name on event_name.id = event.name_id
                join page on page.id = event.page_id
                join traffic_source on traffic_source.id = event.source_id
                where at >= '2026-08-01' limit %d
            ) to stdout (format csv, header)
            """;

    private static final String MAPPING = """
            {"target":"events","fields":{"customer":{"columns":["customer"]},"anonymous":{"columns":["anonymous"]},
             "key":{"columns":["id"]},"event":{"columns":["event"]},"kind":{"columns":["kind"]},"at":{"columns":["at"]},
             "url":{"columns":["url"]},"utm_source":{"columns":["utm_source"]},"utm_medium":{"columns":["utm_medium"]},
             "utm_campaign":{"columns":["utm_campaign"]},"scroll":{"columns":["scroll"]},
             "visible":{"columns":["visible"]}}}
            """;

    private final Client sender;
    private final Connection connection;
    private final Path folder;

    ImportBench(Client sender, Connection connection, Path folder) {
        this.sender = sender;
        this.connection = connection;
        this.folder = folder;
    }

    /**
     * As with everything else, what is measured is a server that has been running: a smaller file goes first, and when its
     * days have been derived, nothing of it stays.
     */
    void warmUp(Rollups rollups) throws Exception {
        send(WARM_UP_ROWS);
        rollups.awaitClean(Say::that);
        takeOut();
    }

    /** @return rows a second, until all are stored */
    double send() throws Exception {
        return send(ROWS);
    }

    private double send(int rows) throws Exception {
        Path file = folder.resolve("events.csv");
        try {
            copyOut(FILE.formatted(rows), file);
            long begin = System.nanoTime();
            JsonNode job = read(sender.post(
                    "/api/imports?filename=events.csv&mapping=" + URLEncoder.encode(MAPPING, StandardCharsets.UTF_8),
                    "text/csv",
                    BodyPublishers.ofFile(file)));
            String address = "/api/imports/" + job.get("id").asInt();
            while (!job.get("state").asText().equals("done")) {
                if (job.get("state").asText().equals("failed")) {
                    throw new IllegalStateException("the import failed: " + job);
                }
                Thread.sleep(100);
                job = read(new String(sender.data(address), StandardCharsets.UTF_8));
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (job.get("stored").asLong() != rows) {
                throw new IllegalStateException("not all rows were stored: " + job);
            }
            return rows / seconds;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The same rows by COPY, once they have been taken out again; with the product stopped, so that nobody else works. */
    void compare(double ours, Report report) throws SQLException, IOException {
        Path file = folder.resolve("rows.csv");
        try {
            copyOut(
                    "copy (select " + COLUMNS + " from event where import_id is not null) to stdout (format csv)",
                    file);
            takeOut();
            long begin = System.nanoTime();
            try (InputStream in = Files.newInputStream(file)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy event (" + COLUMNS + ") from stdin (format csv)", in);
            }
            double copy = ROWS / ((System.nanoTime() - begin) / 1e9);
            takeOut();
            report.other("import of events, rows a second", ours);
            report.other("COPY of the same, rows a second", copy);
            report.target(
                    "import, rows a second against COPY",
                    ">= " + WANTED + " x",
                    ours / copy,
                    " x",
                    ours / copy >= WANTED);
            Say.that("Import: " + Report.number(ours) + " rows a second, COPY " + Report.number(copy));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void takeOut() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from event where import_id is not null");
            statement.execute("vacuum event");
            statement.execute("checkpoint");
        }
    }

    private void copyOut(String sql, Path file) throws SQLException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
        }
    }

    private static JsonNode read(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }
}
