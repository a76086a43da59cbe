package dev.rapport.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.db.FairLane.Bounds;
import dev.rapport.testsupport.FreshDatabase;
import dev.rapport.web.AbandonedException;
import dev.rapport.web.Abandonment.Watch;
import dev.rapport.web.Asker;
import dev.rapport.web.Outage;
import dev.rapport.web.TooBusyException;
import dev.rapport.web.TooManyRequestsException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class QueryPoolTest {
    private static final DataSource DATABASE = FreshDatabase.create();

    /** Two questions and one export at a time. */
    private static final QueryPool.Limits LIMITS = new QueryPool.Limits(
            Duration.ofSeconds(1),
            Duration.ofMillis(100),
            Duration.ofMinutes(1),
            new Bounds(2, 2, 2, 2, 9),
            new Bounds(1, 1, 1, 1, 9));

    /** A browser that may be closed. */
    private static final class Browser implements Watch {
        private volatile boolean gone;
        private Runnable stop = () -> {};
        private volatile Asker asker = Asker.NOBODY;

        @Override
        public boolean isGone() {
            return gone;
        }

        @Override
        public void close() {}

        void leave() {
            gone = true;
            stop.run();
        }

        QueryPool desk() {
            return pool(LIMITS);
        }

        /** Four questions at a time, one for each. */
        QueryPool shared() {
            return pool(shared(Duration.ofMillis(100)));
        }

        QueryPool patient() {
            return pool(shared(Duration.ofMinutes(1)));
        }

        private static QueryPool.Limits shared(Duration patience) {
            Bounds bounds = new Bounds(4, 1, 1, 2, 9);
            return new QueryPool.Limits(Duration.ofSeconds(1), patience, Duration.ofMinutes(1), bounds, bounds);
        }

        private QueryPool pool(QueryPool.Limits limits) {
            return new QueryPool(
                    JdbiSetup.of(DATABASE),
                    stopping -> {
                        stop = stopping;
                        return this;
                    },
                    limits,
                    Bounds.NONE,
                    Deadline.NONE,
                    () -> asker);
        }
    }

    @Test
    void aStatementHasItsTimeAndNoMore() throws SQLException {
        Instant start = Instant.now();
        try (QueryPool.Turn turn = new Browser().desk().forQuestion()) {
            assertThatThrownBy(() -> sleep(turn.connection(), 20))
                    .satisfies(e -> assertThat(Outage.isSlow(e)).isTrue());
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anExportMayTakeLonger() throws SQLException {
        try (QueryPool.Turn turn = new Browser().desk().forExport()) {
            sleep(turn.connection(), 1.5);
        }
    }

    @Test
    void whoFindsNoTurnIsTurnedAwayAndTheNextOneNot() throws SQLException {
        QueryPool queryPool = new Browser().desk();
        try (QueryPool.Turn one = queryPool.forQuestion();
                QueryPool.Turn two = queryPool.forQuestion()) {
            assertThat(one.connection()).isNotSameAs(two.connection());
            assertThatThrownBy(queryPool::forQuestion).isInstanceOf(TooBusyException.class);
            queryPool.forExport().close();
            queryPool.forGlance().close();
        }
        queryPool.forQuestion().close();
    }

    @Test
    void whoHasItsShareIsToldSoAndOthersAreServed() {
        Browser browser = new Browser();
        QueryPool queryPool = browser.shared();
        browser.asker = new Asker(Asker.Kind.PROGRAM, "key 1");
        try (QueryPool.Turn one = queryPool.forQuestion()) {
            assertThatThrownBy(queryPool::forQuestion).isInstanceOf(TooManyRequestsException.class);
            // An export is no question, and has a lane of its own.
            queryPool.forExport().close();
            browser.asker = new Asker(Asker.Kind.PROGRAM, "key 2");
            queryPool.forQuestion().close();
            browser.asker = new Asker(Asker.Kind.PERSON, "maria");
            queryPool.forQuestion().close();
            assertThat(one.isAbandoned()).isFalse();
        }
        assertThat(queryPool.taken()).isZero();
    }

    @Test
    void whoGoesWhileItWaitsIsNotWaitedFor() throws InterruptedException {
        Browser browser = new Browser();
        browser.asker = new Asker(Asker.Kind.PERSON, "maria");
        QueryPool queryPool = browser.patient();
        QueryPool.Turn turn = queryPool.forQuestion();
        CompletableFuture<?> waiting = CompletableFuture.supplyAsync(queryPool::forQuestion);
        while (queryPool.taken() < 2) {
            Thread.sleep(5);
        }
        while (!waiting.isDone()) {
            browser.leave();
            Thread.sleep(5);
        }
        assertThatThrownBy(waiting::join).hasCauseInstanceOf(AbandonedException.class);
        turn.close();
        assertThat(queryPool.taken()).isZero();
    }

    /** Errors of statements, clients that go, time that is over, lines that are full: all give back what they had. */
    @Test
    void nothingIsHeldAfterAThousandFailures() throws Exception {
        Browser browser = new Browser();
        QueryPool queryPool = browser.pool(Browser.shared(Duration.ofMillis(5)));
        var threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 1_000; i++) {
            int kind = i % 4;
            var unused = threads.submit(() -> {
                browser.asker = new Asker(Asker.Kind.PERSON, "person " + kind);
                browser.gone = kind == 3;
                try (QueryPool.Turn turn = kind == 1 ? queryPool.forExport() : queryPool.forQuestion()) {
                    turn.handle().execute(kind == 2 ? "select 1 / 0" : "no statement");
                }
                return null;
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        browser.gone = false;
        assertThat(queryPool.taken()).isZero();
        queryPool.forQuestion().close();
        queryPool.forExport().close();
    }

    @Test
    void whatNobodyWaitsForIsStoppedStatementByStatement() throws SQLException {
        Browser browser = new Browser();
        try (QueryPool.Turn turn = browser.desk().forExport()) {
            CompletableFuture.runAsync(
                    browser::leave, CompletableFuture.delayedExecutor(200, java.util.concurrent.TimeUnit.MILLISECONDS));
            Instant start = Instant.now();
            assertThatThrownBy(() -> sleep(turn.connection(), 30)).isInstanceOf(SQLException.class);
            turn.connection().rollback();
            assertThatThrownBy(() -> sleep(turn.connection(), 30)).isInstanceOf(SQLException.class);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void nothingIsBegunForWhoHasGone() throws SQLException {
        Browser browser = new Browser();
        browser.gone = true;
        QueryPool queryPool = browser.desk();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(queryPool::forQuestion).isInstanceOf(AbandonedException.class);
        }
    }

    @Test
    void nothingCanBeWritten() throws SQLException {
        try (QueryPool.Turn turn = new Browser().desk().forQuestion();
                var statement = turn.connection().createStatement()) {
            assertThatThrownBy(() -> statement.execute("update settings set currency = 'USD'"))
                    .hasMessageContaining("read-only transaction");
        }
    }

    private static void sleep(Connection connection, double seconds) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_sleep(?)")) {
            statement.setDouble(1, seconds);
            statement.execute();
        }
    }

    @Test
    void aStatementHasNoMoreThanItsRequestHasLeft() throws SQLException {
        QueryPool pool = left(Duration.ofMillis(200));
        Instant start = Instant.now();
        try (QueryPool.Turn turn = pool.forQuestion()) {
            assertThatThrownBy(() -> sleep(turn.connection(), 20))
                    .satisfies(e -> assertThat(Outage.isSlow(e)).isTrue());
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(900));
    }

    @Test
    void nothingIsBegunWhenTheTimeIsOver() {
        QueryPool pool = left(Duration.ofMillis(-1));
        assertThatThrownBy(pool::forQuestion)
                .satisfies(e -> assertThat(Outage.isSlow(e)).isTrue());
        assertThatThrownBy(() -> pool.glance("select 1"))
                .satisfies(e -> assertThat(Outage.isSlow(e)).isTrue());
    }

    private static QueryPool left(Duration left) {
        Deadline deadline = new Deadline() {
            @Override
            public Duration left() {
                return left;
            }

            @Override
            public void lift(Connection connection) {}
        };
        return new QueryPool(
                JdbiSetup.of(DATABASE), stopping -> Watch.OF_NOBODY, LIMITS, Bounds.NONE, deadline, () -> Asker.NOBODY);
    }
}
