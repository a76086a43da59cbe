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
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

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
    private final Map<Connection, Held> held = new ConcurrentHashMap<>();
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
        begun.get().ifPresent(since -> held.put(connection, new Held(connection, since)));
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        Held over = held.remove(connection);
        if (over != null) {
            over.end();
        }
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
        try {
            Held one = held.get((Connection) connection.unwrap(PGConnection.class));
            if (one != null) {
                one.lifted = true;
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
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
        private final Connection connection;
        private final long begun;
        private volatile boolean lifted;
        private boolean over;

        Held(Connection connection, long begun) {
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
                connection.unwrap(PGConnection.class).cancelQuery();
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
