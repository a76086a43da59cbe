package dev.rapport.customers;

import dev.rapport.metric.Health;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Holds all that is known of one customer.
 *
 * @param number the customer number; empty while there is none
 * @param health empty for whoever is no customer now
 * @param weights by which it is scored
 * @param hours how many visits of the last 365 days began in each hour of the reporting day
 */
public record CustomerProfile(
        int person,
        String number,
        String name,
        String email,
        Totals totals,
        Optional<Health> health,
        Health.Weights weights,
        List<Trait> traits,
        List<Held> segments,
        List<Counted> channels,
        List<Counted> features,
        List<Counted> products,
        long[] hours,
        ZoneId zone) {
    /** Over their whole life. */
    public record Totals(
            BigDecimal value,
            long orders,
            long visits,
            long tickets,
            long openTickets,
            Optional<Instant> firstAt,
            Optional<Instant> lastAt) {}

    /** @param since empty: always */
    public record Trait(String name, String value, Optional<Instant> since) {}

    /** @param from empty: always; {@code to}: the first day no longer, empty: still; {@code key} of the value */
    public record Held(String group, String value, Optional<LocalDate> from, Optional<LocalDate> to, String key) {}

    /** What there was of something, the most first. */
    public record Counted(String name, long count) {}
}
