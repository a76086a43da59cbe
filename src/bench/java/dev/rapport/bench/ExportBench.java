package dev.rapport.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** The rows behind a figure as CSV, against COPY of the same select by the driver. */
final class ExportBench {
    private static final String SLICE = "from=2026-05-25&to=2026-09-30";
    private static final int RUNS = 3;
    private static final double WANTED = 0.6;
    private static final double MOST_GROWTH = 64;

    /** What rows.csv of sessions holds, in its order. */
    private static final String SELECT = """
            select fact.started_at, fact.ended_at, coalesce(person.external_id, 'visitor ' || fact.person_id) as person,
                   channel.name, fact.page_views, fact.events,
                   floor(extract(epoch from fact.ended_at - fact.started_at) * 1000) / 1000, entry.path, exit.path,
                   nullif(source.utm_campaign, ''), (fact.page_views = 1 and fact.events = 1)
            from session as fact
            join channel on channel.id = fact.channel_id
            left join person on person.id = fact.person_id
            left join page as entry on entry.id = fact.entry_page_id
            left join page as exit on exit.id = fact.exit_page_id
            left join traffic_source as source on source.id = fact.source_id
            where fact.started_at >= '2026-05-25 00:00+02' and fact.started_at < '2026-10-01 00:00+02'
            order by fact.started_at desc, person
            """;

    private final Client programs;
    private final Product product;
    private final Connection postgres;

    ExportBench(Client programs, Product product, Connection postgres) {
        this.programs = programs;
        this.product = product;
        this.postgres = postgres;
    }

    void measure(Report report) throws Exception {
        Timing ours = new Timing();
        Timing copy = new Timing();
        long[] rows = new long[2];
        for (int run = 0; run < RUNS; run++) {
            ours.time(() -> rows[0] = take(stream(), Long.MAX_VALUE) - 1);
            copy.time(() -> rows[1] = copy());
        }
        if (rows[0] != rows[1]) {
            throw new IllegalStateException("q10: Rapport has " + rows[0] + " rows, PostgreSQL " + rows[1]);
        }
        double grown = heapGrowth(rows[0] / 2);
        report.other("q10 rows", rows[0]);
        report.other("q10 CSV, rows a second", rows[0] / ours.median() * 1000);
        report.other("q10 COPY TO STDOUT, rows a second", rows[0] / copy.median() * 1000);
        double ratio = copy.median() / ours.median();
        report.target("q10 rows a second against COPY", ">= " + WANTED + " x", ratio, " x", ratio >= WANTED);
        report.target("q10 heap held more half way through", "< 64 MB", grown, " MB", grown < MOST_GROWTH);
        Say.that("q10: " + rows[0] + " rows, " + Report.number(ratio) + " x COPY, " + Report.number(grown)
                + " MB of heap");
    }

    private InputStream stream() throws IOException, InterruptedException {
        return programs.stream("/metrics/sessions/rows.csv?" + SLICE);
    }

    /** Reads so many lines, or all, and closes. */
    private static long take(InputStream in, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long lines = 0;
        try (in) {
            for (int read = in.read(buffer); read >= 0 && lines < most; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }

    /** What the product holds while a reader is half way, beyond what it held before. */
    private double heapGrowth(long half) throws IOException, InterruptedException {
        long before = product.liveHeap();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = stream()) {
            long lines = 0;
            while (lines < half) {
                int read = in.read(buffer);
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
            return Math.max(0, product.liveHeap() - before) / 1048576.0;
        }
    }

    private long copy() throws SQLException, IOException {
        return postgres.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + SELECT + ") to stdout (format csv)", OutputStream.nullOutputStream());
    }
}
