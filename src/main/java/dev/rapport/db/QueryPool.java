package dev.rapport.db;

import dev.rapport.web.AbandonedException;
import dev.rapport.web.Abandonment;
import dev.rapport.web.Abandonment.Watch;
import dev.rapport.web.TooBusyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Queues queries until they may run. Only so many run at a time, so that connections are left for all else; each for a
 * limited time, and no longer than somebody waits for the answer.
 */
@ApplicationScoped
public class QueryPool {
    private static final int GLANCES = 8;

    private final DataSource database;
    private final Function<Runnable, Watch> watching;
    private final Limits limits;
    private final Semaphore questions;
    private final Semaphore exports;
    private final Semaphore glances = new Semaphore(GLANCES, true);

    /** As in {@link QueryConfig}. */
    record Limits(Duration timeout, int concurrent, Duration patience, Duration exportTimeout, int concurrentExports) {}

    @Inject
    public QueryPool(DataSource database, Abandonment abandonment, QueryConfig config) {
        this(
                database,
                abandonment::watch,
                new Limits(
                        config.timeout(),
                        config.concurrent(),
                        config.patience(),
                        config.exportTimeout(),
                        config.concurrentExports()));
    }

    /** For whoever is not asked by browsers, and by few. */
    public QueryPool(DataSource database, Duration most) {
        this(
                database,
                stop -> Watch.OF_NOBODY,
                new Limits(most, Integer.MAX_VALUE, Duration.ZERO, most, Integer.MAX_VALUE));
    }

    /** @param watching calls what it is given when nobody waits any more */
    QueryPool(DataSource database, Function<Runnable, Watch> watching, Limits limits) {
        this.database = database;
        this.watching = watching;
        this.limits = limits;
        questions = new Semaphore(limits.concurrent(), true);
        exports = new Semaphore(limits.concurrentExports(), true);
    }

    /**
     * A turn for a question, to be closed soon. Whoever holds one must not ask for another.
     *
     * @throws TooBusyException when none became free in time
     */
    public Turn forQuestion() throws SQLException {
        return turn(questions, limits.timeout());
    }

    /** A turn for what takes a millisecond and must not wait behind what takes its time. */
    public Turn forGlance() throws SQLException {
        return turn(glances, limits.timeout());
    }

    /** The one text that a statement of a millisecond answers: a transaction around it would cost as much again. */
    public String glance(String sql) throws SQLException {
        await(glances);
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(Math.max(1, (int) limits.timeout().toSeconds()));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } finally {
            glances.release();
        }
    }

    /** A turn for reading all rows of something. */
    public Turn forExport() throws SQLException {
        return turn(exports, limits.exportTimeout());
    }

    private Turn turn(Semaphore lane, Duration most) throws SQLException {
        await(lane);
        try {
            return new Turn(database.getConnection(), most, watching, lane::release);
        } catch (SQLException | RuntimeException e) {
            lane.release();
            throw e;
        }
    }

    private void await(Semaphore lane) {
        try {
            if (!lane.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooBusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusyException();
        }
    }

    /** Has a connection that is in a read-only transaction, which ends with it. */
    public static final class Turn implements AutoCloseable {
        /**
         * A plan is made for the very days and channels asked for: one that is to fit any of them takes a wrong index and a
         * hundred times as long. And no question is worth compiling.
         */
        private static final String BEGIN = """
                set transaction isolation level repeatable read read only;
                set local plan_cache_mode = force_custom_plan;
                set local jit = off;
                set local statement_timeout =\s""";

        private final Connection connection;
        private final Runnable release;
        private final StatementCancel stop;
        private final Watch watch;

        private Turn(Connection connection, Duration most, Function<Runnable, Watch> watching, Runnable release)
                throws SQLException {
            this.connection = connection;
            this.release = release;
            stop = new StatementCancel(connection);
            watch = watching.apply(stop);
            try {
                if (watch.isGone()) {
                    throw new AbandonedException();
                }
                begin(most);
            } catch (SQLException | RuntimeException e) {
                watch.close();
                connection.close();
                throw e;
            }
        }

        private void begin(Duration most) throws SQLException {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(BEGIN + most.toMillis());
            }
        }

        public Connection connection() {
            return connection;
        }

        /** Whether it was stopped because nobody waits for the answer. */
        public boolean isAbandoned() {
            return watch.isGone();
        }

        @Override
        public void close() throws SQLException {
            watch.close();
            stop.disarm();
            try (connection) {
                connection.rollback();
                connection.setAutoCommit(true);
            } finally {
                release.run();
            }
        }
    }
}
