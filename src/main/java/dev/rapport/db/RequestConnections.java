package dev.rapport.db;

import dev.rapport.web.RequestTime;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.postgresql.jdbc.PgConnection;

/**
 * Ends what requests wait for in vain. It knows the connections that requests hold and looks at them once a second: a
 * statement past its request's deadline is cancelled, which is answered by 504; and if PostgreSQL answers nobody, frozen or
 * behind a line that drops all, the connections are given up, which is answered by 503. A statement that takes long on a
 * database that answers goes on. Imports and figures that are counted in the background hold theirs for as long as it takes.
 */
@ApplicationScoped
public class RequestConnections implements AgroalPoolInterceptor, Deadline {
    private static final Logger LOG = Logger.getLogger(RequestConnections.class);

    /** A request that takes this long makes one ask whether the database answers at all. */
    private static final Duration DOUBT = Duration.ofSeconds(3);

    private final Supplier<OptionalLong> begun;
    private final Duration most;
    private final BooleanSupplier frozen;
    private final Map<PgConnection, Held> held = new ConcurrentHashMap<>();
    // Of its own: those who wait in vain may hold every other thread.
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "request-connections");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    RequestConnections(RequestTime time, DatabasePulse pulse, QueryConfig config) {
        this(time::begun, config.requestTimeout(), pulse::isFrozen);
    }

    /**
     * @param begun when the current request began, by {@link System#nanoTime}; empty outside of requests
     * @param frozen asks the database, for some seconds at most
     */
    RequestConnections(Supplier<OptionalLong> begun, Duration most, BooleanSupplier frozen) {
        this.begun = begun;
        this.most = most;
        this.frozen = frozen;
    }

    void start(@Observes StartupEvent event) {
        looking.scheduleWithFixedDelay(this::lookSafely, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        looking.shutdownNow();
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        OptionalLong since = begun.get();
        if (since.isPresent()) {
            drivers(connection).ifPresent(own -> held.put(own, new Held(own, since.getAsLong())));
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        drivers(connection)
                .map(held::remove)
                .ifPresentOrElse(Held::end, () -> held.keySet().removeIf(RequestConnections::isClosed));
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        onConnectionReturn(connection);
    }

    @Override
    public Duration left() {
        OptionalLong since = begun.get();
        return since.isPresent() ? most.minusNanos(System.nanoTime() - since.getAsLong()) : NONE.left();
    }

    @Override
    public void lift(Connection connection) {
        drivers(connection).map(held::get).ifPresent(one -> one.lifted = true);
    }

    /** How many there are that requests hold. */
    int count() {
        return held.size();
    }

    /**
     * The pool shows another wrapper each time, of no use afterwards, whose {@code abort} leaves the line to the database open.
     * Empty of one that is closed: its driver does not say which it was.
     */
    private static Optional<PgConnection> drivers(Connection connection) {
        try {
            return Optional.of(connection.unwrap(PgConnection.class));
        } catch (SQLException closed) {
            return Optional.empty();
        }
    }

    private static boolean isClosed(PgConnection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("The connections of requests could not be looked at; once more in a second", e);
        }
    }

    /** Looks once. */
    void look() {
        Collection<Held> doubtful =
                held.values().stream().filter(one -> one.isOlderThan(DOUBT)).toList();
        if (doubtful.isEmpty()) {
            return;
        }
        if (frozen.getAsBoolean()) {
            List<Held> all = List.copyOf(held.values());
            LOG.warnf("PostgreSQL does not answer: %d connections of requests are given up", all.size());
            all.forEach(Held::giveUp);
        } else {
            doubtful.stream().filter(one -> one.isOlderThan(most)).forEach(Held::cancel);
        }
    }

    /** A connection and the request that it works for. */
    private static final class Held {
        private final PgConnection connection;
        private final long begun;
        private volatile boolean lifted;
        private boolean over;

        Held(PgConnection connection, long begun) {
            this.connection = connection;
            this.begun = begun;
        }

        boolean isOlderThan(Duration age) {
            return System.nanoTime() - begun > age.toNanos();
        }

        /** From then on it is somebody else's. */
        synchronized void end() {
            over = true;
        }

        synchronized void cancel() {
            if (over || lifted) {
                return;
            }
            try {
                connection.cancelQuery();
            } catch (SQLException e) {
                LOG.debug("A statement past its deadline could not be stopped", e);
            }
        }

        synchronized void giveUp() {
            if (over) {
                return;
            }
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("A connection could not be given up", e);
            }
        }
    }
}
