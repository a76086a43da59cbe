package dev.rapport.demo.data;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Simulates visits to the web site, the shop and the product, as events. */
final class VisitSimulation {
    private static final int PAGE_VIEW = 1;
    private static final int SCREEN = 2;
    private static final int TRACKED = 3;
    private static final long LONGEST_PAUSE = 24 * 60_000L;

    private final Simulation simulation;
    private final OrderSimulation orders;
    private final double[] taste;

    /** @param taste the weights of the products that they buy */
    VisitSimulation(Simulation simulation, OrderSimulation orders, double[] taste) {
        this.simulation = simulation;
        this.orders = orders;
        this.taste = taste.clone();
    }

    /** One visit under way: whose, from where, when the next thing happens. */
    private final class Visit {
        final SeededRandom random;
        int visitor;
        final long end = simulation.scenario().millis();
        long at;
        int source;

        Visit(SeededRandom random, int visitor, VisitOrigin source, LocalDate day) {
            this.random = random;
            this.visitor = visitor;
            this.source = simulation.ids().source(source);
            at = simulation.pattern().moment(random, day);
            if (at <= end) {
                simulation.visitCounts().visit(source, day);
            }
        }

        void page(String path) {
            page(path, null);
        }

        void look(DemoCompany.Product product) {
            page(
                    "/shop/" + product.key(),
                    json("product", product.name()) + ", " + json("category", product.category()));
        }

        private void page(String path, @Nullable String properties) {
            long visible = Math.min(LONGEST_PAUSE, (long) random.lognormal(34_000, 0.9));
            String view = write(PAGE_VIEW, "page_view", path, read(path, 8 + random.below(93)), visible, properties);
            DemoCompany.Button button = DemoCompany.BUTTONS.get(path);
            if (button != null && Math.floorMod(view.hashCode() * 31, 1000) < button.perMille()) {
                click(view, path, button, Math.min(visible, 4000));
            }
            at += visible + 1000;
        }

        /** By what is known of the view: nothing is drawn for it. */
        private void click(String view, String path, DemoCompany.Button button, long after) {
            String id = UUID.nameUUIDFromBytes(view.getBytes(StandardCharsets.UTF_8))
                    .toString();
            row(id, at + after, TRACKED, DemoCompany.BUTTON_CLICKED, path, -1, -1, json("link", button.text()));
        }

        private static String json(String key, String value) {
            return "\"" + key + "\": \"" + value + "\"";
        }

        /** Articles are read further down than pages on which one only looks for a way. */
        private static int read(String path, int scroll) {
            double deeper = path.startsWith("/blog/") || path.startsWith("/help/")
                    ? 1.25
                    : path.equals("/") || path.equals("/giveaway") ? 0.65 : 1;
            return (int) Math.min(100, Math.round(scroll * deeper));
        }

        void screen(String path) {
            write(SCREEN, "screen_view", path, -1, -1, null);
            at += Math.min(LONGEST_PAUSE, (long) random.lognormal(28_000, 0.9)) + 1000;
        }

        void track(String name, String path) {
            write(TRACKED, name, path, -1, -1, null);
            at += 1000 + random.below(9000);
        }

        private String write(
                int kind, String name, String path, int scroll, long visible, @Nullable String properties) {
            String id = random.uuid();
            row(id, at, kind, name, path, scroll, visible, properties);
            return id;
        }

        private void row(
                String id,
                long moment,
                int kind,
                String name,
                String path,
                int scroll,
                long visible,
                @Nullable String properties) {
            if (moment > end) {
                return;
            }
            ReferenceIds ids = simulation.ids();
            CopyBuffer rows = simulation.buffers().events;
            rows.add(visitor).add(id).at(moment).add(kind).add(ids.event(name)).add(ids.page(path));
            // Only the arrival says where it came from.
            if (source == 0) {
                rows.none();
            } else {
                rows.add(source);
            }
            source = 0;
            number(rows, scroll);
            number(rows, visible);
            rows.add(ids.importId())
                    .add(properties == null ? null : "{" + properties + "}")
                    .end();
        }

        private static void number(CopyBuffer rows, long value) {
            if (value < 0) {
                rows.none();
            } else {
                rows.add(value);
            }
        }
    }

    /** A walk over the site that may end in an order, more readily the more eager they are. */
    void browse(
            SeededRandom random, int visitor, VisitOrigin source, LocalDate day, double eagerness, String orderPrefix) {
        Visit visit = new Visit(random, visitor, source, day);
        String entry = random.chance(0.6) ? source.landing : page(random);
        visit.page(entry);
        if (random.chance(source.bounces)) {
            return;
        }
        if (random.chance(eagerness)) {
            buy(visit, source, orderPrefix);
            return;
        }
        int more = 1 + (int) random.exponential(1.7);
        for (int i = 0; i < more; i++) {
            String path = page(random);
            visit.page(path);
            if (path.startsWith("/resources") && random.chance(0.35)) {
                visit.track("download", path);
            } else if (path.startsWith("/blog") && random.chance(0.06)) {
                visit.track("newsletter_signup", path);
            } else if (path.equals("/shop") && random.chance(eagerness * 2)) {
                visit.look(product(random));
                visit.track("add_to_cart", "/cart");
            }
        }
    }

    private void buy(Visit visit, VisitOrigin source, String orderPrefix) {
        SeededRandom random = visit.random;
        visit.page("/shop");
        int lines = 1 + random.weighted(58, 27, 11, 4);
        int[] basket = new int[lines];
        for (int i = 0; i < lines; i++) {
            basket[i] = random.weighted(taste);
            visit.look(DemoCompany.PRODUCTS.get(basket[i]));
            visit.track("add_to_cart", "/cart");
        }
        visit.page("/checkout");
        orders.place(random, visit.visitor, source, visit.at, orderPrefix, basket);
        visit.track("purchase", "/checkout");
        visit.page("/thank-you");
    }

    /** Work in the product, in the browser or on the phone. */
    void work(SeededRandom random, int visitor, LocalDate day) {
        boolean phone = random.chance(0.38);
        Visit visit = new Visit(random, visitor, phone ? VisitOrigin.APP : VisitOrigin.DIRECT, day);
        int steps = 1 + (int) random.exponential(1.5);
        for (int i = 0; i < steps; i++) {
            String path = DemoCompany.PRODUCT.get(random.weighted(DemoCompany.PRODUCT_WEIGHTS_OF_PAGES));
            if (phone) {
                visit.screen(path);
            } else {
                visit.page(path);
            }
            if (random.chance(0.5)) {
                String feature = DemoCompany.FEATURES.get(random.weighted(DemoCompany.FEATURE_WEIGHTS));
                boolean out = !feature.equals(DemoCompany.DISCOUNTS)
                        || simulation.scenario().discountsAreOut(day);
                visit.track(out ? feature : DemoCompany.FEATURES.get(0), path);
            }
        }
    }

    void seekHelp(SeededRandom random, int visitor, LocalDate day) {
        Visit visit = new Visit(random, visitor, VisitOrigin.DIRECT, day);
        int pages = 1 + (int) random.exponential(1.2);
        for (int i = 0; i < pages; i++) {
            visit.page(DemoCompany.HELP.get(random.weighted(DemoCompany.HELP_WEIGHTS)));
        }
    }

    /** The visit in which somebody becomes a customer, on a device first, then under the new number. */
    long signUp(SeededRandom random, int device, int known, VisitOrigin source, LocalDate day, boolean paying) {
        Visit visit = new Visit(random, device, source, day);
        visit.page(source.landing);
        visit.page("/pricing");
        visit.page("/sign-up");
        long at = visit.at;
        visit.track("sign_up", "/sign-up");
        visit.visitor = known;
        if (paying || random.chance(0.3)) {
            visit.track("trial_started", "/welcome");
        }
        visit.page("/welcome");
        visit.page("/help/first-steps");
        return at;
    }

    private static String page(SeededRandom random) {
        return DemoCompany.SITE.get(random.weighted(DemoCompany.SITE_WEIGHTS));
    }

    private DemoCompany.Product product(SeededRandom random) {
        return DemoCompany.PRODUCTS.get(random.weighted(taste));
    }
}
