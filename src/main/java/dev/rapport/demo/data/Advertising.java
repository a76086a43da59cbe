package dev.rapport.demo.data;

import java.time.LocalDate;

/** Daily figures of the campaigns; their clicks agree with the visits that were told. */
final class Advertising {
    private static final String[] NO_VARIANT = {""};

    private final Stage stage;
    private final Dice dice;

    Advertising(Stage stage) {
        this.stage = stage;
        dice = new Dice(stage.script().seed(), Long.MIN_VALUE);
    }

    void tell() {
        LocalDate today = stage.script().today();
        long followers = 8_200;
        for (LocalDate day = stage.script().from(); day.isBefore(today); day = day.plusDays(1)) {
            paid(Source.SEARCH_AD, day, 0.064, 5.8);
            paid(Source.SOCIAL_AD, day, 0.013, 3.1);
            paid(Source.DISPLAY, day, 0.004, 1.9);
            if (stage.script().giveaway(day)) {
                paid(Source.GIVEAWAY, day, 0.031, 1.6);
            }
            mail(Source.NEWSLETTER, NO_VARIANT, day, 0.034);
            mail(Source.ONBOARDING, new String[] {"A", "B"}, day, 0.09);
            followers += dice.below(stage.script().giveaway(day) ? 120 : 14);
            followers(day, followers);
        }
    }

    private void paid(Source source, LocalDate day, double rate, double costPerClick) {
        long clicks = clicks(source, day);
        long impressions = Math.round(clicks / (rate * dice.between(0.85, 1.15))) + dice.below(40);
        long cents = Math.round(clicks * costPerClick * 100 * dice.between(0.9, 1.1));
        write(source.campaign, "", source.channel, day, cents, impressions, clicks, 0, converted(clicks, 0.021), -1);
    }

    private void mail(Source source, String[] variants, LocalDate day, double rate) {
        for (String variant : variants) {
            // The second subject line of the onboarding mail is opened more readily.
            double better = variant.equals("B") ? 1.3 : 1;
            long clicks = clicks(source, day) / variants.length;
            long delivered = Math.round(clicks / (rate * better * dice.between(0.85, 1.15)));
            long conversions = converted(clicks, variant.equals("B") ? 0.052 : 0.045);
            write(source.campaign, variant, source.channel, day, delivered / 2, 0, clicks, delivered, conversions, -1);
        }
    }

    private void followers(LocalDate day, long followers) {
        write("organic-social", "", "social", day, 0, 0, 0, 0, 0, followers);
    }

    private long converted(long clicks, double rate) {
        long converted = 0;
        for (long i = 0; i < clicks; i++) {
            converted += dice.chance(rate) ? 1 : 0;
        }
        return converted;
    }

    /** A few clicks never become visits: people leave before the page has loaded. */
    private long clicks(Source source, LocalDate day) {
        return Math.round(stage.tally().visits(source, day) * dice.between(1.02, 1.12));
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
            long conversions,
            long followers) {
        Sheet sheet = stage.sheets().campaignDays;
        sheet.add(campaign + "|" + variant + "|" + channel + "|" + day)
                .add(campaign)
                .add(variant);
        sheet.add(stage.numbers().channel(channel))
                .add(day)
                .cents(cents)
                .add(impressions)
                .add(clicks)
                .add(delivered)
                .add(conversions);
        if (followers < 0) {
            sheet.none();
        } else {
            sheet.add(followers);
        }
        sheet.add(stage.numbers().importId()).add(dice.uuid()).end();
    }
}
