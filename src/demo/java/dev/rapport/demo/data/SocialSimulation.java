package dev.rapport.demo.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Simulates the company's own posts, and what others say about it. */
final class SocialSimulation {
    private record Said(
            String text, String topic, int sentiment, boolean technical, boolean articleHelps, boolean needsReply) {}

    private static final List<String> NETWORKS = List.of("instagram", "facebook", "linkedin", "x");
    private static final double[] NETWORK_WEIGHTS = {36, 30, 18, 16};
    private static final Set<String> PAYMENTS = Set.of("hardware", "billing");
    private static final List<String> POSTS = List.of(
            "Stocktaking in an hour: the checklist our customers use.",
            "Meet Rosa, who opened her second bookshop with two tills and a tablet.",
            "New: sell gift cards in three clicks.",
            "Five receipts that made us laugh this month.",
            "How to price for the season without guessing.",
            "Behind the counter: a Saturday at a flower shop.");
    private static final List<Said> USUAL = List.of(
            new Said("Switched our till to a tablet this week, so much calmer.", "product", 1, false, false, false),
            new Said("Best support of any till we had.", "support", 1, false, false, false),
            new Said("Love the new gift cards.", "shop", 1, false, false, false),
            new Said("Using it for a year now.", "product", 0, false, false, false),
            new Said("Does anybody know how to print a weekly report?", "reports", 0, true, true, true),
            new Said("Is there a plan for market stalls?", "price", 0, false, true, true),
            new Said("My card reader lost its connection again.", "hardware", -1, true, true, true),
            new Said("Charged twice this month, please fix.", "billing", -1, false, false, true));
    private static final double[] USUAL_WEIGHTS = {17, 12, 10, 15, 12, 9, 10, 7};
    private static final List<Said> AFTER_RELEASE = List.of(
            new Said("Checkout freezes since the update, queue to the door.", "release", -1, true, false, true),
            new Said("Who moved the stock list in the new version?", "release", -1, true, true, true),
            new Said("An hour in the chat queue and still no answer.", "support", -1, false, false, true));
    private static final List<Said> GIVEAWAY = List.of(
            new Said("Fingers crossed for the starter kit!", "giveaway", 1, false, false, false),
            new Said("Taking part, never heard of them before.", "giveaway", 0, false, false, false));
    private static final List<Said> DEARER = List.of(
            new Said("From 19 to 29 for the same till, seriously?", "price", -1, false, false, true),
            new Said("Comparing tills since the price went up.", "price", -1, false, false, false));

    private final Simulation simulation;
    private final SeededRandom random;
    private final LocalDate[] joined;
    private final int[] visitors;
    private int posts;
    private int mentions;

    /**
     * @param joined the day on which each customer joined
     * @param visitors three for each customer, the known one first
     */
    SocialSimulation(Simulation simulation, LocalDate[] joined, int[] visitors) {
        this.simulation = simulation;
        this.joined = joined;
        this.visitors = visitors;
        random = new SeededRandom(simulation.scenario().seed(), Long.MAX_VALUE);
    }

    void tell() {
        Scenario scenario = simulation.scenario();
        for (LocalDate day = scenario.from(); !day.isAfter(scenario.today()); day = day.plusDays(1)) {
            double busy = simulation.pattern().weight(day);
            if (random.chance(0.75 * busy)) {
                post(day);
            }
            boolean news = scenario.giveaway(day) || scenario.troubledRelease(day);
            int count = (int) random.exponential((news ? 15 : 6) * busy);
            for (int i = 0; i < count; i++) {
                mention(day);
            }
        }
    }

    private void post(LocalDate day) {
        long at = simulation.pattern().moment(random, day);
        String network = NETWORKS.get(random.weighted(NETWORK_WEIGHTS));
        double reach = random.lognormal(2600, 0.7) * (simulation.scenario().giveaway(day) ? 4 : 1);
        String text = random.pick(POSTS);
        long likes = share(reach, 0.026);
        long shares = share(reach, 0.004);
        long comments = share(reach, 0.005);
        long saves = share(reach, 0.003);
        String content = random.uuid();
        if (simulation.isOver(at)) {
            return;
        }
        CopyBuffer rows = simulation.buffers().posts;
        rows.add("P-" + ++posts)
                .add(simulation.ids().channel("social"))
                .add(network)
                .at(at)
                .add(text);
        rows.add((long) reach).add(likes).add(shares).add(comments).add(saves);
        rows.add(simulation.ids().importId()).add(content).end();
    }

    private long share(double reach, double rate) {
        return Math.round(reach * rate * random.between(0.5, 1.6));
    }

    private void mention(LocalDate day) {
        long at = simulation.pattern().moment(random, day);
        String network = NETWORKS.get(random.weighted(NETWORK_WEIGHTS));
        Said said = said(day);
        boolean frustrated = said.sentiment() < 0 && random.chance(0.62);
        Labels labels = Labels.roll(random, day, simulation.scenario());
        int sentiment = labels == Labels.MACHINE && random.chance(0.12) ? 0 : said.sentiment();
        String content = random.uuid();
        if (simulation.isOver(at)) {
            return;
        }
        CopyBuffer rows = simulation.buffers().mentions;
        writer(rows.add("M-" + ++mentions), day)
                .add(simulation.ids().channel("social"))
                .add(network)
                .add(PAYMENTS.contains(said.topic()) ? "Larkspur Pay" : "Larkspur Till");
        rows.add(said.topic()).at(at).add(said.text());
        if (labels == Labels.NONE) {
            rows.none().none().none().none().none();
        } else if (labels == Labels.MACHINE) {
            // It knows the tone, and nothing of what is behind it.
            rows.add(sentiment).flag(frustrated).none().none().none();
        } else {
            rows.add(sentiment).flag(frustrated);
            // Praise is neither about technical matters nor about an account.
            (said.needsReply() ? rows.flag(said.technical()) : rows.none()).flag(said.articleHelps());
            rows.flag(said.needsReply());
        }
        rows.add(labels.by);
        rows.add(simulation.ids().importId()).add(content).end();
    }

    /** Two in five are of a customer whose account there is known; nothing is drawn for it. */
    private CopyBuffer writer(CopyBuffer rows, LocalDate day) {
        int lot = Math.floorMod(Integer.hashCode(mentions * 0x9e3779b9), 5 * joined.length);
        int customer = lot % joined.length;
        return lot / joined.length < 2 && joined[customer].isBefore(day)
                ? rows.add(visitors[customer * 3])
                : rows.none();
    }

    /** Who has labelled a mention; of the last two weeks not everything has been looked at. */
    private enum Labels {
        IMPORT("import"),
        MACHINE("machine:tone"),
        NONE("import");

        private static final int RECENT = 14;

        private final String by;

        Labels(String by) {
            this.by = by;
        }

        static Labels roll(SeededRandom random, LocalDate day, Scenario scenario) {
            boolean recent = day.isAfter(scenario.today().minusDays(RECENT));
            return values()[recent ? random.weighted(20, 40, 40) : random.weighted(66, 28, 6)];
        }
    }

    private Said said(LocalDate day) {
        Scenario scenario = simulation.scenario();
        if (scenario.troubledRelease(day) && random.chance(0.55)) {
            return random.pick(AFTER_RELEASE);
        }
        if (scenario.giveaway(day) && random.chance(0.6)) {
            return random.pick(GIVEAWAY);
        }
        if (scenario.dearerStarter(day) && day.isBefore(scenario.priceRise().plusDays(30)) && random.chance(0.4)) {
            return random.pick(DEARER);
        }
        return USUAL.get(random.weighted(USUAL_WEIGHTS));
    }
}
