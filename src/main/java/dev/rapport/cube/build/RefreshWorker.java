package dev.rapport.cube.build;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Checks five times a second whether facts have changed, and refreshes what is derived from them. It is one statement
 * of a tenth of a millisecond, and figures follow as good as at once, whoever wrote the facts. In a thread of its own,
 * as the scheduler looks at its clock once a second.
 */
@ApplicationScoped
class RefreshWorker {
    private static final Logger LOG = Logger.getLogger(RefreshWorker.class);

    /** The application starts first. */
    private static final Duration FIRST = Duration.ofSeconds(2);

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(2);

    private final CubeBuilder rollup;
    private final CountDownLatch end = new CountDownLatch(1);

    RefreshWorker(CubeBuilder rollup) {
        this.rollup = rollup;
    }

    void start(@Observes StartupEvent event) {
        Thread thread = new Thread(this::run, "rapport-rollup");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        end.countDown();
    }

    private void run() {
        Duration rest = FIRST;
        boolean worked = false;
        while (!ended(rest)) {
            long begin = System.nanoTime();
            boolean before = worked;
            try {
                worked = rollup.refreshUnlessBusy();
                rest = rest(before && worked, Duration.ofNanos(System.nanoTime() - begin));
            } catch (RuntimeException e) {
                // The days stay dirty: the next turn tries again.
                worked = false;
                rest = LONG;
                if (end.getCount() > 0) {
                    LOG.warnf("Facts wait to be counted in: %s", e.getMessage());
                }
            }
        }
    }

    /** Facts that trickle in all day take a third of a processor at most, for the sake of whoever reads meanwhile. */
    static Duration rest(boolean again, Duration took) {
        Duration rest = took.multipliedBy(2);
        if (!again || rest.compareTo(SHORT) < 0) {
            return SHORT;
        }
        return rest.compareTo(LONG) < 0 ? rest : LONG;
    }

    private boolean ended(Duration rest) {
        try {
            return end.await(rest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
