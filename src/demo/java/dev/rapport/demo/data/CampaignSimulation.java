package dev.rapport.demo.data;

import java.time.LocalDate;

/** Simulates the daily figures of campaigns; their clicks agree with the visits simulated before. */
final class CampaignSimulation {
    private static final String[] NO_VARIANT = {""};

    private final Simulation simulation;
    private final SeededRandom random;

    CampaignSimulation(Simulation simulation) {
        this.simulation = simulation;
        random = new SeededRandom(simulation.scenario().seed(), Long.MIN_VALUE);
    }

    void tell() {
        LocalDate today = simulation.scenario().today();
        long followers = 8_200;
        for (LocalDate day = simulation.scenario().from(); day.isBefore(today); day = day.plusDays(1)) {
            paid(VisitOrigin.SEARCH_AD, day, 0.064, 5.8);
            paid(VisitOrigin.SOCIAL_AD, day, 0.013, 3.1);
            paid(VisitOrigin.DISPLAY, day, 0.004, 1.9);
            if (simulation.scenario().giveaway(day)) {
                paid(VisitOrigin.GIVEAWAY, day, 0.031, 1.6);
            }
            mail(VisitOrigin.NEWSLETTER, NO_VARIANT, day, 0.034);
            mail(VisitOrigin.ONBOARDING, new String[] {"A", "B"}, day, 0.09);
            followers += random.below(simulation.scenario().giveaway(day) ? 120 : 14);
            followers(day, followers);
        }
    }

    private void paid(VisitOrigin source, LocalDate day, double rate, double costPerClick) {
        long clicks = clicks(source, day);
        long impressions = Math.round(clicks / (rate * random.between(0.85, 1.15))) + random.below(40);
        long cents = Math.round(clicks * costPerClick * 100 * random.between(0.9, 1.1));
        write(
                source.campaign,
                "",
                source.channel,
                day,
                cents,
                impressions,
                clicks,
                0,
                -1,
                converted(clicks, 0.021),
                -1);
    }

    private void mail(VisitOrigin source, String[] variants, LocalDate day, double rate) {
        for (String variant : variants) {
            // The second subject line of the onboarding mail is opened more readily.
            double better = variant.equals("B") ? 1.3 : 1;
            long clicks = clicks(source, day) / variants.length;
            long delivered = Math.round(clicks / (rate * better * random.between(0.85, 1.15)));
            long conversions = converted(clicks, variant.equals("B") ? 0.052 : 0.045);
            long opens = Math.round(delivered * better * (0.24 + day.getDayOfMonth() % 7 / 100.0));
            write(
                    source.campaign,
                    variant,
                    source.channel,
                    day,
                    delivered / 2,
                    0,
                    clicks,
                    delivered,
                    opens,
                    conversions,
                    -1);
        }
    }

    private void followers(LocalDate day, long followers) {
        write("organic-social", "", "social", day, 0, 0, 0, 0, -1, 0, followers);
    }

    private long converted(long clicks, double rate) {
        long converted = 0;
        for (long i = 0; i < clicks; i++) {
            converted += random.chance(rate) ? 1 : 0;
        }
        return converted;
    }

    /** A few clicks never become visits: people leave before the page has loaded. */
    private long clicks(VisitOrigin source, LocalDate day) {
        return Math.round(simulation.visitCounts().visits(source, day) * random.between(1.02, 1.12));
    }

    private void write(
            String campaign,
            String variant,
            String channel,
            LocalDate day,
            long cents,
            long impressions,
            long clicks,
            long delivered,
            long opens,
            long conversions,
            long followers) {
        CopyBuffer rows = simulation.buffers().campaignDays;
        rows.add(campaign + "|" + variant + "|" + channel + "|" + day)
                .add(campaign)
                .add(variant);
        rows.add(simulation.ids().channel(channel))
                .add(day)
                .cents(cents)
                .add(impressions)
                .add(clicks)
                .add(delivered);
        addKnown(rows, opens);
        rows.add(conversions);
        addKnown(rows, followers);
        rows.add(simulation.ids().importId()).add(random.uuid()).end();
    }

    /** @param count below 0 where nothing was said */
    private static void addKnown(CopyBuffer rows, long count) {
        if (count < 0) {
            rows.none();
        } else {
            rows.add(count);
        }
    }
}
