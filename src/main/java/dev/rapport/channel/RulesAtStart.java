package dev.rapport.channel;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Classifies stored traffic sources anew at the start when a migration has changed the rules. */
@ApplicationScoped
class RulesAtStart {
    private static final Logger LOG = Logger.getLogger(RulesAtStart.class);

    private final Jdbi jdbi;

    RulesAtStart(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void start(@Observes StartupEvent event) {
        jdbi.useTransaction(RulesAtStart::run);
    }

    /** @return how many have another channel than before */
    static int run(Handle handle) {
        // whoever starts beside this waits here, and then finds nothing to do
        if (handle.execute("update settings set rules_changed = false where rules_changed") == 0) {
            return 0;
        }
        int changed = Reclassification.run(handle);
        LOG.infof("The channel rules have changed; %d traffic sources have another channel", changed);
        return changed;
    }
}
