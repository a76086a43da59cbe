package dev.rapport.db;

import dev.rapport.db.FairLane.Bounds;
import dev.rapport.db.FairLane.Place;
import dev.rapport.web.AbandonedException;
import dev.rapport.web.Abandonment;
import dev.rapport.web.Abandonment.Watch;
import dev.rapport.web.Asker;
import dev.rapport.web.TooBusyException;
import dev.rapport.web.TooManyRequestsException;
import dev.rapport.web.TooSlowException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Queues queries until they may run. Only so many run at a time, so that connections are left for all else; each for a
 * limited time, and no longer than somebody waits for the answer; and nobody has more than a share of the turns.
 */
@ApplicationScoped
public class QueryPool {
    private static final int GLANCES = 8;

    private final Jdbi jdbi;
    private final Function<Runnable, Watch> watching;
    private final Limits limits;
    private final Deadline deadline;
    private final Supplier<Asker> asker;
    private final FairLane questions;
    private final FairLane exports;
    private final FairLane glances;

    /** As in {@link QueryConfig}. */
    record Limits(Duration timeout, Duration patience, Duration exportTimeout, Bounds questions, Bounds exports) {}

    @Inject
    public QueryPool(Jdbi jdbi, Abandonment abandonment, QueryConfig config, RequestConnections requests) {
        this(
                jdbi,
                abandonment::watch,
                new Limits(
                        config.timeout(),
                        config.patience(),
                        config.exportTimeout(),
                        Shares.of(config.concurrent(), config),
                        Shares.of(config.concurrentExports(), config)),
                Shares.of(GLANCES, config),
                requests,
                Asker::current);
    }

    /** For whoever is not asked by browsers, and by few. */
    public QueryPool(DataSource database, Duration most) {
        this(
                JdbiSetup.of(database),
                stop -> Watch.OF_NOBODY,
                new Limits(most, Duration.ZERO, most, Bounds.NONE, Bounds.NONE),
                Bounds.NONE,
                Deadline.NONE,
                () -> Asker.NOBODY);
    }

    /**
     * @param watching calls what it is given when nobody waits any more
     * @param asker who asks on the thread it is called on
     */
    QueryPool(
            Jdbi jdbi,
            Function<Runnable, Watch> watching,
            Limits limits,
            Bounds glances,
            Deadline deadline,
            Supplier<Asker> asker) {
        this.jdbi = jdbi;
        this.watching = watching;
        this.limits = limits;
        this.deadline = deadline;
        this.asker = asker;
        questions = new FairLane(limits.questions());
        exports = new FairLane(limits.exports());
        this.glances = new FairLane(glances);
    }

    /**
     * A turn for a question, to be closed soon. Whoever holds one must not ask for another.
     *
     * @throws TooBusyException when none became free in time
     * @throws TooManyRequestsException when who asks has all that one may have at a time, and they last
     * @throws TooSlowException when the time of the request is over
     */
    public Turn forQuestion() {
        return turn(questions, timeout());
    }

    /** A turn for what takes a millisecond and must not wait behind what takes its time. */
    public Turn forGlance() {
        return turn(glances, timeout());
    }

    /** The one text that a statement of a millisecond answers: a transaction around it would cost as much again. */
    public String glance(String sql) {
        Place place = await(glances);
        try (Handle handle = jdbi.open()) {
            return handle.select(sql)
                    .setQueryTimeout(Math.max(1, (int) timeout().toSeconds()))
                    .mapTo(String.class)
                    .one();
        } finally {
            place.giveBack();
        }
    }

    /** A turn for reading all rows of something. */
    public Turn forExport() {
        Turn turn = turn(exports, limits.exportTimeout());
        Shares.leave();
        deadline.lift(turn.connection());
        return turn;
    }

    /** Of a statement: no longer than its request has left. */
    private Duration timeout() {
        Duration left = deadline.left();
        if (left.isNegative() || left.isZero()) {
            throw new TooSlowException();
        }
        return left.compareTo(limits.timeout()) < 0 ? left : limits.timeout();
    }

    /** How many turns are held or waited for. */
    int taken() {
        return Stream.of(questions, exports, glances)
                .mapToInt(lane -> lane.running() + lane.waiting())
                .sum();
    }

    private Turn turn(FairLane lane, Duration most) {
        Place place = await(lane);
        try {
            return new Turn(jdbi.open(), most, watching, place::giveBack);
        } catch (RuntimeException | Error e) {
            place.giveBack();
            throw e;
        }
    }

    private Place await(FairLane lane) {
        CountDownLatch begun = new CountDownLatch(1);
        Place place = lane.take(asker.get(), begun::countDown);
        if (place.isAtOnce()) {
            return place;
        }
        try (Watch leaving = watching.apply(begun::countDown)) {
            boolean inTime = begun.await(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
            boolean ownFault = place.waitsForOnesOwn();
            if (place.stopWaiting()) {
                if (inTime || leaving.isGone()) {
                    throw new AbandonedException();
                }
                throw ownFault ? new TooManyRequestsException() : new TooBusyException();
            }
            return place;
        } catch (InterruptedException e) {
            place.giveBack();
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

        private final Handle handle;
        private final Runnable release;
        private final StatementCancel stop;
        private final Watch watch;

        private Turn(Handle handle, Duration most, Function<Runnable, Watch> watching, Runnable release) {
            this.handle = handle;
            this.release = release;
            stop = new StatementCancel(handle.getConnection());
            watch = watching.apply(stop);
            try {
                if (watch.isGone()) {
                    throw new AbandonedException();
                }
                handle.begin();
                handle.execute(BEGIN + Math.max(1, most.toMillis()));
            } catch (RuntimeException e) {
                watch.close();
                try (handle) {
                    handle.rollback();
                } catch (RuntimeException more) {
                    e.addSuppressed(more);
                }
                throw e;
            }
        }

        public Handle handle() {
            return handle;
        }

        /** Of the handle, for what it has no form for. */
        public Connection connection() {
            return handle.getConnection();
        }

        /** Whether it was stopped because nobody waits for the answer. */
        public boolean isAbandoned() {
            return watch.isGone();
        }

        @Override
        public void close() {
            watch.close();
            stop.disarm();
            try (handle) {
                handle.rollback();
            } finally {
                release.run();
            }
        }
    }
}
