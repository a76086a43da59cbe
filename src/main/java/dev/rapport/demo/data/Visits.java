package dev.rapport.demo.data;

import java.time.LocalDate;

/** Visits to the web site, the shop and the product, as events. */
final class Visits {
    private static final int PAGE_VIEW = 1;
    private static final int SCREEN = 2;
    private static final int TRACKED = 3;
    private static final long LONGEST_PAUSE = 24 * 60_000L;

    private final Stage stage;
    private final Orders orders;

    Visits(Stage stage, Orders orders) {
        this.stage = stage;
        this.orders = orders;
    }

    /** One visit under way: whose, from where, when the next thing happens. */
    private final class Visit {
        final Dice dice;
        int visitor;
        final long end = stage.script().millis();
        long at;
        int source;

        Visit(Dice dice, int visitor, Source source, LocalDate day) {
            this.dice = dice;
            this.visitor = visitor;
            this.source = stage.numbers().source(source);
            at = stage.rhythm().moment(dice, day);
            if (at <= end) {
                stage.tally().visit(source, day);
            }
        }

        void page(String path) {
            long visible = Math.min(LONGEST_PAUSE, (long) dice.lognormal(34_000, 0.9));
            write(PAGE_VIEW, "page_view", path, read(path, 8 + dice.below(93)), visible);
            at += visible + 1000;
        }

        /** Articles are read further down than pages on which one only looks for a way. */
        private static int read(String path, int scroll) {
            double deeper = path.startsWith("/blog/") || path.startsWith("/help/")
                    ? 1.25
                    : path.equals("/") || path.equals("/giveaway") ? 0.65 : 1;
            return (int) Math.min(100, Math.round(scroll * deeper));
        }

        void screen(String path) {
            write(SCREEN, "screen_view", path, -1, -1);
            at += Math.min(LONGEST_PAUSE, (long) dice.lognormal(28_000, 0.9)) + 1000;
        }

        void track(String name, String path) {
            write(TRACKED, name, path, -1, -1);
            at += 1000 + dice.below(9000);
        }

        private void write(int kind, String name, String path, int scroll, long visible) {
            String id = dice.uuid();
            if (at > end) {
                return;
            }
            Numbers numbers = stage.numbers();
            Sheet sheet = stage.sheets().events;
            sheet.add(visitor).add(id).at(at).add(kind).add(numbers.event(name)).add(numbers.page(path));
            // Only the arrival says where it came from.
            if (source == 0) {
                sheet.none();
            } else {
                sheet.add(source);
            }
            source = 0;
            number(sheet, scroll);
            number(sheet, visible);
            sheet.add(numbers.importId()).end();
        }

        private static void number(Sheet sheet, long value) {
            if (value < 0) {
                sheet.none();
            } else {
                sheet.add(value);
            }
        }
    }

    /** A walk over the site that may end in an order, more readily the more eager they are. */
    void browse(Dice dice, int visitor, Source source, LocalDate day, double eagerness, String orderPrefix) {
        Visit visit = new Visit(dice, visitor, source, day);
        String entry = dice.chance(0.6) ? source.landing : page(dice);
        visit.page(entry);
        if (dice.chance(source.bounces)) {
            return;
        }
        if (dice.chance(eagerness)) {
            buy(visit, source, orderPrefix);
            return;
        }
        int more = 1 + (int) dice.exponential(1.7);
        for (int i = 0; i < more; i++) {
            String path = page(dice);
            visit.page(path);
            if (path.startsWith("/resources") && dice.chance(0.35)) {
                visit.track("download", path);
            } else if (path.startsWith("/blog") && dice.chance(0.06)) {
                visit.track("newsletter_signup", path);
            } else if (path.equals("/shop") && dice.chance(eagerness * 2)) {
                visit.page("/shop/" + product(dice).key());
                visit.track("add_to_cart", "/cart");
            }
        }
    }

    private void buy(Visit visit, Source source, String orderPrefix) {
        Dice dice = visit.dice;
        visit.page("/shop");
        int lines = 1 + dice.weighted(58, 27, 11, 4);
        int[] basket = new int[lines];
        for (int i = 0; i < lines; i++) {
            basket[i] = dice.weighted(Company.PRODUCT_WEIGHTS);
            visit.page("/shop/" + Company.PRODUCTS.get(basket[i]).key());
            visit.track("add_to_cart", "/cart");
        }
        visit.page("/checkout");
        orders.place(dice, visit.visitor, source, visit.at, orderPrefix, basket);
        visit.track("purchase", "/checkout");
        visit.page("/thank-you");
    }

    /** Work in the product, in the browser or on the phone. */
    void work(Dice dice, int visitor, LocalDate day) {
        boolean phone = dice.chance(0.38);
        Visit visit = new Visit(dice, visitor, phone ? Source.APP : Source.DIRECT, day);
        int steps = 1 + (int) dice.exponential(1.5);
        for (int i = 0; i < steps; i++) {
            String path = Company.PRODUCT.get(dice.weighted(Company.PRODUCT_WEIGHTS_OF_PAGES));
            if (phone) {
                visit.screen(path);
            } else {
                visit.page(path);
            }
            if (dice.chance(0.5)) {
                String feature = Company.FEATURES.get(dice.weighted(Company.FEATURE_WEIGHTS));
                boolean out =
                        !feature.equals(Company.DISCOUNTS) || stage.script().discountsAreOut(day);
                visit.track(out ? feature : Company.FEATURES.get(0), path);
            }
        }
    }

    void seekHelp(Dice dice, int visitor, LocalDate day) {
        Visit visit = new Visit(dice, visitor, Source.DIRECT, day);
        int pages = 1 + (int) dice.exponential(1.2);
        for (int i = 0; i < pages; i++) {
            visit.page(Company.HELP.get(dice.weighted(Company.HELP_WEIGHTS)));
        }
    }

    /** The visit in which somebody becomes a customer, on a device first, then under the new number. */
    long signUp(Dice dice, int device, int known, Source source, LocalDate day, boolean paying) {
        Visit visit = new Visit(dice, device, source, day);
        visit.page(source.landing);
        visit.page("/pricing");
        visit.page("/sign-up");
        long at = visit.at;
        visit.track("sign_up", "/sign-up");
        visit.visitor = known;
        if (paying || dice.chance(0.3)) {
            visit.track("trial_started", "/welcome");
        }
        visit.page("/welcome");
        visit.page("/help/first-steps");
        return at;
    }

    private static String page(Dice dice) {
        return Company.SITE.get(dice.weighted(Company.SITE_WEIGHTS));
    }

    private static Company.Product product(Dice dice) {
        return Company.PRODUCTS.get(dice.weighted(Company.PRODUCT_WEIGHTS));
    }
}
