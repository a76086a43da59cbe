package dev.rapport.demo.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists what people write. Each sentence stands for itself, so that any two read as one comment. */
final class SampleTexts {
    /** @param effort how much longer than usual it takes */
    record Issue(String type, String subject, double effort) {}

    record Comment(String text, String topic) {}

    /** Who of the agents is in the second line. */
    private static final List<String> EXPERTS = List.of("Lukas", "Elif");

    static final List<String> AGENTS = List.of("Marta", "Dev", "Sina", "Lukas", "Amara", "Joris", "Elif", "Tom");

    private static final List<Issue> ISSUES = List.of(
            new Issue("billing", "Wrong amount on my last invoice", 1.2),
            new Issue("billing", "Please add our VAT number to the invoice", 0.7),
            new Issue("billing", "Card declined although it works elsewhere", 1.1),
            new Issue("hardware", "Receipt printer prints blank paper", 1.3),
            new Issue("hardware", "Card reader does not pair any more", 1.4),
            new Issue("hardware", "Scanner reads the same code twice", 1.1),
            new Issue("delivery", "Where is my order?", 0.8),
            new Issue("delivery", "Parcel arrived with one item missing", 1.5),
            new Issue("how-to", "How do I run a discount on weekends only?", 0.5),
            new Issue("how-to", "How can I export sales for my accountant?", 0.5),
            new Issue("how-to", "Can two people close the same shift?", 0.6),
            new Issue("account", "Cannot sign in on the new tablet", 0.7),
            new Issue("account", "Change the owner of our account", 1.0),
            new Issue("bug", "Report shows yesterday's total twice", 1.8),
            new Issue("bug", "Stock goes negative after a refund", 1.9),
            new Issue("feature-request", "Please let us sort products by supplier", 0.9));

    private static final List<Issue> RELEASE_ISSUES = List.of(
            new Issue("bug", "Since the update the checkout freezes", 2.0),
            new Issue("bug", "After the new version my printer is gone", 1.8),
            new Issue("bug", "Sales screen is empty since this morning's update", 1.9),
            new Issue("how-to", "Where did the stock list go in the new version?", 0.8),
            new Issue("bug", "New version signs me out every hour", 1.7));

    private static final List<Comment> LOVE = List.of(
            new Comment("Set up in one evening, and my staff needed no training.", "ease of use"),
            new Comment("The stock list finally agrees with the shelf.", "inventory"),
            new Comment("Reports I can hand to my accountant as they are.", "reports"),
            new Comment("Support answers like neighbours do.", "support"),
            new Comment("Two years without a day of trouble.", "reliability"),
            new Comment("Worth every cent for a small shop like ours.", "price"));
    private static final List<Comment> SHRUG = List.of(
            new Comment("Does what it should, though the reports could load faster.", "reports"),
            new Comment("Good on the tablet, a bit cramped on the phone.", "mobile"),
            new Comment("I miss sorting products by supplier.", "inventory"),
            new Comment("Fine so far, ask me again after stocktaking.", "inventory"),
            new Comment("Solid, but the hardware is not cheap.", "price"));
    private static final List<Comment> ANGER = List.of(
            new Comment("Too many clicks to give one refund.", "ease of use"),
            new Comment("Nobody could tell me why my stock was wrong.", "inventory"),
            new Comment("Offline mode lost half a morning of sales.", "reliability"),
            new Comment("We outgrew it and found no plan in between.", "price"));
    private static final List<Comment> DEARER = List.of(
            new Comment("Ten more a month for the same features.", "price"),
            new Comment("The new price is too much for a one-person shop.", "price"),
            new Comment("Looking at alternatives since the price went up.", "price"));
    private static final List<Comment> LET_DOWN = List.of(
            new Comment("Waited for days and had to explain it three times.", "support"),
            new Comment("The update broke our busiest Saturday.", "reliability"));
    private static final List<Comment> HELPED = List.of(
            new Comment("Solved in minutes, thank you!", "speed"),
            new Comment("Friendly and to the point.", "friendliness"),
            new Comment("She even called back the next day to ask if it held.", "friendliness"),
            new Comment("Clear steps with pictures, it worked at once.", "clarity"));
    private static final List<Comment> NOT_HELPED = List.of(
            new Comment("Got a link to an article I had read already.", "clarity"),
            new Comment("It took four days and two reminders.", "speed"),
            new Comment("The problem came back the same evening.", "solution"),
            new Comment("Handed from one person to the next.", "handover"));
    private static final List<Comment> RELEASE = List.of(
            new Comment("Forty minutes in the chat queue with customers at the counter.", "speed"),
            new Comment("Was told to wait for the next update.", "solution"),
            new Comment("The chat closed on me twice before anybody answered.", "speed"),
            new Comment("Since the new version nothing is where it was.", "release"));
    private static final List<String> ENDINGS = List.of(
            "",
            "",
            "",
            " Keep it up.",
            " Just saying.",
            " I told two colleagues about it.",
            " That is all we need.",
            " We run one shop with three tills.",
            " Asked my partner, same view.");

    private static final List<String> REASONS =
            List.of("Shop closed", "Missing feature", "Too complicated", "Went to another provider", "Price");

    private SampleTexts() {}

    /**
     * Why somebody leaves, of three in four; nothing is drawn for it.
     *
     * @param dear they pay the price of today
     * @param troubled they have waited for help lately
     */
    static @Nullable String reason(String key, boolean dear, boolean troubled) {
        int lot = Math.floorMod(key.hashCode() * 31, 100);
        if (lot < 25) {
            return null;
        }
        if (lot < 85 && (dear || troubled)) {
            return troubled ? "Support" : "Price";
        }
        return REASONS.get(lot % REASONS.size());
    }

    static Issue issue(SeededRandom random, boolean sinceRelease) {
        return random.pick(sinceRelease ? RELEASE_ISSUES : ISSUES);
    }

    /** @param mood 0 promoter, 1 passive, 2 detractor */
    static @Nullable Comment aboutUs(SeededRandom random, int mood, boolean hurt, boolean dearer) {
        if (!random.chance(mood == 2 ? 0.55 : 0.36)) {
            return null;
        }
        if (mood == 2 && (hurt || dearer) && random.chance(0.75)) {
            return ending(random, random.pick(hurt ? LET_DOWN : DEARER));
        }
        return ending(random, random.pick(mood == 0 ? LOVE : mood == 1 ? SHRUG : ANGER));
    }

    static @Nullable Comment aboutSupport(SeededRandom random, boolean happy, boolean troubled) {
        if (!random.chance(happy ? 0.28 : 0.5)) {
            return null;
        }
        return ending(random, random.pick(happy ? HELPED : troubled && random.chance(0.7) ? RELEASE : NOT_HELPED));
    }

    private static Comment ending(SeededRandom random, Comment comment) {
        return new Comment(comment.text() + random.pick(ENDINGS), comment.topic());
    }

    static String team(String agent) {
        return EXPERTS.contains(agent) ? "Second line" : "First line";
    }

    /** Which feature somebody was helped with, by the number of the ticket: nothing is drawn for it. */
    static String feature(String ticket) {
        return DemoCompany.FEATURES.get(Math.floorMod(ticket.hashCode(), DemoCompany.FEATURES.size()));
    }
}
