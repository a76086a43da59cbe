package dev.rapport.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.testsupport.FreshDatabase;
import dev.rapport.web.AbandonedException;
import dev.rapport.web.Abandonment.Watch;
import dev.rapport.web.Outage;
import dev.rapport.web.TooBusyException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class QueryPoolTest {
    private static final DataSource DATABASE = FreshDatabase.create();

    /** Two questions and one export at a time. */
    private static final QueryPool.Limits LIMITS =
            new QueryPool.Limits(Duration.ofSeconds(1), 2, Duration.ofMillis(100), Duration.ofMinutes(1), 1);

    /** A browser that may be closed. */
    private static final class Browser implements Watch {
        private volatile boolean gone;
        private Runnable stop = () -> {};

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
            return new QueryPool(
                    JdbiSetup.of(DATABASE),
                    stopping -> {
                        stop = stopping;
                        return this;
                    },
                    LIMITS,
                    Deadline.NONE);
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
        return new QueryPool(JdbiSetup.of(DATABASE), stopping -> Watch.OF_NOBODY, LIMITS, deadline);
    }
}
