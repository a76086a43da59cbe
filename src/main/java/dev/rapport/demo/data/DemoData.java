package dev.rapport.demo.data;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the demo data when asked for, on an empty database, while the application serves already; in templates
 * {@code inject:demoData.present}, for the banner and the way to its removal.
 */
@Named("demoData")
@ApplicationScoped
public class DemoData {
    private static final Logger LOG = Logger.getLogger(DemoData.class);
    private static final long SEED = 20_020;
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(5);

    private final DataSource database;
    private final boolean wanted;
    private final int customers;
    private final Clock clock = Clock.systemUTC();

    /** Every page asks; another instance may remove it: so the answer is kept, but not for long. */
    private volatile boolean present;

    private volatile long lookAgainAt = System.nanoTime();

    DemoData(
            DataSource database,
            @ConfigProperty(name = "rapport.demo.data", defaultValue = "false") boolean wanted,
            @ConfigProperty(name = "rapport.demo.customers", defaultValue = "20000") int customers) {
        this.database = database;
        this.wanted = wanted;
        this.customers = customers;
    }

    void start(@Observes StartupEvent started) {
        if (wanted) {
            Thread maker = new Thread(this::make, "demo-data");
            maker.setDaemon(true);
            maker.start();
        }
    }

    private void make() {
        long begun = System.nanoTime();
        try {
            Script script = new Script(SEED, zone(), clock.instant(), customers);
            AtomicInteger told = new AtomicInteger();
            OptionalLong rows = new DemoJob(database).runOnFreshDatabase(script, percent -> {
                if (percent >= told.get() + 20) {
                    told.set(percent);
                    LOG.infof("Demo data: %d %% of the customers' lives told", percent);
                }
            });
            if (rows.isPresent()) {
                LOG.infof(
                        "Demo data: %d rows stored in %d s; figures follow",
                        rows.getAsLong(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
            }
            forget();
        } catch (SQLException | RuntimeException e) {
            LOG.error("Demo data could not be made; nothing of it was stored", e);
        }
    }

    private ZoneId zone() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select zone from settings")) {
            rows.next();
            return ZoneId.of(rows.getString(1));
        }
    }

    public boolean isPresent() {
        if (System.nanoTime() - lookAgainAt >= 0) {
            try {
                present = new DemoJob(database).present().isPresent();
            } catch (SQLException e) {
                // A page that needs the database says so itself; the banner must not be what fails.
                LOG.debug("Could not see whether there is demo data", e);
            }
            lookAgainAt = System.nanoTime() + LOOK_AGAIN;
        }
        return present;
    }

    /** @return whether there was any */
    boolean remove(String who) throws SQLException {
        boolean removed = new DemoJob(database).remove(who);
        forget();
        return removed;
    }

    /** Looks again the next time it is asked. */
    void forget() {
        lookAgainAt = System.nanoTime();
    }
}
