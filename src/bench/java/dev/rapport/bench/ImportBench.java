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
    private static final int MOST_ROWS = 1_000_000;
    private static final int PAIRS = 3;
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
                where at >= '2026-08-01' order by at limit %d
            ) to stdout (format csv, header)
            """;

    /** What the file became, in its order: as whoever has rows and no product would send them. */
    private static final String AS_ROWS =
            "copy (select " + COLUMNS + " from event where import_id is not null order by at) to stdout (format csv)";

    private static final String MAPPING = """
            {"target":"events","fields":{"customer":{"columns":["customer"]},"anonymous":{"columns":["anonymous"]},
             "key":{"columns":["id"]},"event":{"columns":["event"]},"kind":{"columns":["kind"]},"at":{"columns":["at"]},
             "url":{"columns":["url"]},"utm_source":{"columns":["utm_source"]},"utm_medium":{"columns":["utm_medium"]},
             "utm_campaign":{"columns":["utm_campaign"]},"scroll":{"columns":["scroll"]},
             "visible":{"columns":["visible"]}}}
            """;

    private final Client sender;
    private final Connection connection;
    private final Rollups rollups;
    private final Path file;
    private final Path rows;

    /** How many are imported: a million, or a tenth of all where those are fewer. */
    private final int count;

    ImportBench(Client sender, Connection connection, Rollups rollups, BenchHome home) {
        this.sender = sender;
        this.connection = connection;
        this.rollups = rollups;
        this.file = home.folder().resolve("events.csv");
        this.rows = home.folder().resolve("rows.csv");
        this.count = Integer.getInteger("bench.import.rows", (int) Math.min(MOST_ROWS, home.events() / 10));
    }

    /**
     * Import and COPY in turn, {@value #PAIRS} times, into the same table in the same state. As with everything else, what is
     * measured is a server that has been running: a smaller file goes first. COPY runs when all that was imported has been
     * derived, so that nobody else works, and gets its rows in the order of the file.
     */
    void measure(Report report) throws Exception {
        Timing ours = new Timing();
        Timing reading = new Timing();
        Timing copy = new Timing();
        try {
            copyOut(FILE.formatted(count / 10), file);
            send(count / 10, new Timing());
            rollups.awaitClean(Say::that);
            takeOut();
            copyOut(FILE.formatted(count), file);
            for (int i = 0; i < PAIRS; i++) {
                ours.time(() -> send(count, reading));
                rollups.awaitClean(Say::that);
                if (i == 0) {
                    copyOut(AS_ROWS, rows);
                }
                takeOut();
                copy.time(this::copyIn);
                takeOut();
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(rows);
        }
        Say.that("Imports took %s ms, of which %s until all was read; COPY took %s"
                .formatted(ours.millis(), reading.millis(), copy.millis()));
        report.other("import, until all was read, s", reading.median() / 1000);
        report(report, count / ours.median() * 1000, count / copy.median() * 1000);
    }

    private static void report(Report report, double ours, double copy) {
        report.other("import of events, rows a second", ours);
        report.other("COPY of the same, rows a second", copy);
        report.target(
                "import, rows a second against COPY", ">= " + WANTED + " x", ours / copy, " x", ours / copy >= WANTED);
        Say.that("Import: " + Report.number(ours) + " rows a second, COPY " + Report.number(copy));
    }

    /** @param reading takes how long it was until all rows were read */
    private void send(int count, Timing reading) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        JsonNode job = read(sender.post(
                "/api/imports?filename=events.csv&mapping=" + URLEncoder.encode(MAPPING, StandardCharsets.UTF_8),
                "text/csv",
                BodyPublishers.ofFile(file)));
        boolean isRead = false;
        String address = "/api/imports/" + job.get("id").asInt();
        while (!job.get("state").asText().equals("done")) {
            if (job.get("state").asText().equals("failed")) {
                throw new IllegalStateException("the import failed: " + job);
            }
            Thread.sleep(100);
            job = read(new String(sender.data(address), StandardCharsets.UTF_8));
            if (!isRead && job.get("read").asLong() == count) {
                isRead = true;
                reading.add((System.nanoTime() - begin) / 1e6);
            }
        }
        if (job.get("stored").asLong() != count) {
            throw new IllegalStateException("not all rows were stored: " + job);
        }
    }

    private void copyIn() throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(rows)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy event (" + COLUMNS + ") from stdin (format csv)", in);
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
