package dev.rapport.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether Keycloak answers. While it does not, one request in a while asks it and the others go on without: a
 * Keycloak that takes connections and never answers would otherwise hold up each of them.
 */
@ApplicationScoped
class ProviderAvailability {
    private static final Logger LOG = Logger.getLogger(ProviderAvailability.class);

    /** What was learnt counts for so long before a person who is to sign in makes us ask again. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

    private final Clock clock;
    private final Duration patience;
    private final Duration pause;

    private @Nullable Instant answeredAt;
    private @Nullable Instant askAgainAt;

    ProviderAvailability(
            Clock clock,
            @ConfigProperty(name = "rapport.sign-on.patience") Duration patience,
            @ConfigProperty(name = "rapport.sign-on.ask-again-after") Duration pause) {
        this.clock = clock;
        this.patience = patience;
        this.pause = pause;
    }

    /** How long a call may take. */
    Duration patience() {
        return patience;
    }

    synchronized void answered() {
        if (askAgainAt != null) {
            LOG.info("Keycloak answers again");
        }
        answeredAt = clock.instant();
        askAgainAt = null;
    }

    synchronized void failed() {
        if (askAgainAt == null) {
            LOG.warn("Keycloak does not answer; sessions go on as they were known");
            answeredAt = null;
            askAgainAt = clock.instant().plus(pause);
        }
    }

    /** Whether a call is worth it; whoever is told so while Keycloak is away tries for all. */
    synchronized boolean mayAsk() {
        if (askAgainAt == null) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(askAgainAt)) {
            return false;
        }
        askAgainAt = now.plus(pause);
        return true;
    }

    /** Whether it answered just now. */
    synchronized boolean isFresh() {
        return answeredAt != null && clock.instant().isBefore(answeredAt.plus(KNOWN_FOR));
    }
}
