package dev.rapport.bench;

import dev.rapport.bench.question.Table;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.JdbiSetup;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Events come in all the time: how far today's figures, as the API tells them, are behind what is committed. */
final class LagBench {
    private static final int SECONDS = 60;
    private static final int EVENTS_A_SECOND = 2_000;
    private static final int BATCHES_A_SECOND = 5;
    private static final double MOST = 5;

    private static final String BATCH = """
            insert into event (visitor_id, message_id, at, kind, name_id, page_id, source_id)
            select (random() * most)::int + 1, gen_random_uuid(), now(), 1, (select min(id) from event_name where name = 'page_view'),
                   (random() * 300)::int + 1, (select min(id) from traffic_source)
            from (select max(id) / 20 as most from visitor) as visitors, generate_series(1, %d)
            """;

    private final Client programs;
    private final Connection connection;
    /** How many had been committed, and when the first beyond them was. */
    private final NavigableMap<Long, Long> committed = new ConcurrentSkipListMap<>();

    LagBench(Client programs, Connection connection) {
        this.programs = programs;
        this.connection = connection;
    }

    void measure(Report report) throws Exception {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        String address = "/metrics/page_views.csv?by=total&compare=none&from=" + today + "&to=" + today;
        long before = value(address);
        AtomicBoolean writing = new AtomicBoolean(true);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread writer = new Thread(() -> write(writing, failure), "bench-writer");
        Timing lag = new Timing();
        writer.start();
        while (writing.get()) {
            long asked = System.nanoTime();
            long seen = value(address) - before;
            Map.Entry<Long, Long> missing = committed.ceilingEntry(seen);
            lag.add(missing == null ? 0 : Math.max(0, asked - missing.getValue()) / 1e6);
            Thread.sleep(250);
        }
        writer.join();
        if (failure.get() != null) {
            throw new IllegalStateException("writing failed", failure.get());
        }
        long written = committed.lastKey() + EVENTS_A_SECOND / BATCHES_A_SECOND;
        report.other("events a second that came in", (double) written / SECONDS);
        report.other("today's lag under them, median, s", lag.median() / 1000);
        double worst = lag.quantile(1) / 1000;
        report.target("today's lag under 2,000 events a second, at worst", "<= 5 s", worst, " s", worst <= MOST);
        Say.that("Lag: median " + Report.number(lag.median()) + " ms, worst " + Report.number(worst * 1000) + " ms, "
                + written / SECONDS + " events a second");
    }

    private void write(AtomicBoolean writing, AtomicReference<Throwable> failure) {
        try {
            connection.setAutoCommit(false);
            long begin = System.nanoTime();
            long count = 0;
            for (int batch = 0; batch < SECONDS * BATCHES_A_SECOND; batch++) {
                insert(EVENTS_A_SECOND / BATCHES_A_SECOND);
                committed.put(count, System.nanoTime());
                count += EVENTS_A_SECOND / BATCHES_A_SECOND;
                long next = begin + (batch + 1) * 1_000_000_000L / BATCHES_A_SECOND;
                Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
            }
            connection.setAutoCommit(true);
        } catch (SQLException | InterruptedException | RuntimeException e) {
            failure.set(e);
        } finally {
            writing.set(false);
        }
    }

    private void insert(int events) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(BATCH.formatted(events));
        }
        DirtyDays.mark(JdbiSetup.on(connection), "behaviour", "select now()");
        connection.commit();
    }

    private long value(String address) throws Exception {
        String csv = new String(programs.data(address), StandardCharsets.UTF_8);
        return Table.ofCsv(csv, List.of(), List.of("value")).single();
    }
}
