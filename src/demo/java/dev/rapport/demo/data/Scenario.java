package dev.rapport.demo.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Says what shall have happened: the same seed on the same day gives the same data.
 *
 * @param now nothing happens after it; days are days in {@code zone}
 * @param customers how many customers there are at the end
 */
record Scenario(long seed, ZoneId zone, Instant now, int customers) {
    static final int MONTHS = 14;
    static final String GIVEAWAY = "big-giveaway";

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    LocalDate from() {
        return today().minusMonths(MONTHS);
    }

    /** Story 1: two weeks of a paid-social campaign that brings many visitors and few buyers. */
    boolean giveaway(LocalDate day) {
        return within(day, giveawayStart(), 14);
    }

    LocalDate giveawayStart() {
        return today().minusDays(110);
    }

    /** Story 2: for three weeks after a release, twice the tickets on chat, and unhappier ones. */
    boolean troubledRelease(LocalDate day) {
        return within(day, release(), 21);
    }

    LocalDate release() {
        return today().minusDays(47);
    }

    /** Story 3: since its price went up, the starter plan loses customers three to four times as fast. */
    boolean dearerStarter(LocalDate day) {
        return !day.isBefore(priceRise());
    }

    LocalDate priceRise() {
        return today().minusDays(180);
    }

    /** Story 4: discounts come as a new feature, which customers take up week by week. */
    boolean discountsAreOut(LocalDate day) {
        return !day.isBefore(discountRelease());
    }

    LocalDate discountRelease() {
        return today().minusDays(75);
    }

    long millis() {
        return now.toEpochMilli();
    }

    private static boolean within(LocalDate day, LocalDate start, int days) {
        return !day.isBefore(start) && day.isBefore(start.plusDays(days));
    }
}
