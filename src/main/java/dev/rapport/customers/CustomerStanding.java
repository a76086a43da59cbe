package dev.rapport.customers;

import dev.rapport.metric.Health;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names which of all people the list of customers shows: by the rule of the settings, and by the band of their health. */
public enum CustomerStanding {
    ALL,
    CUSTOMERS,
    HEALTHY(Health.Band.HEALTHY),
    WATCH(Health.Band.WATCH),
    AT_RISK(Health.Band.AT_RISK);

    private final Optional<Health.Band> band;

    CustomerStanding() {
        band = Optional.empty();
    }

    CustomerStanding(Health.Band band) {
        this.band = Optional.of(band);
    }

    /** As in a URL: {@code at-risk}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for everybody and for all customers. */
    public Optional<Health.Band> band() {
        return band;
    }

    static Optional<CustomerStanding> of(String key) {
        return Stream.of(values())
                .filter(standing -> standing.key().equals(key))
                .findFirst();
    }
}
