package dev.rapport.metric;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Names the additive quantities of which daily cells keep the sum by channel and segments. The ids are stored: never
 * change one, never use one again. Measures that know who contributed are also kept as daily sets of people.
 */
public enum Measure {
    // behaviour: belong to the day and channel in which their session starts
    PAGE_VIEWS(1, "behaviour"),
    SESSIONS(2, "behaviour", Kept.PEOPLE),
    /** Sessions with at least one page view; by page, each under the one it ended on. */
    PAGE_SESSIONS(3, "behaviour"),
    /** Sessions with exactly one page view and no other interaction. */
    BOUNCES(4, "behaviour"),
    /** Last minus first activity, milliseconds; single-hit sessions add 0. */
    SESSION_DURATION(5, "behaviour", Kept.VALUES),
    /** Sessions with more than one hit: the denominator of the mean without single-hit ones. */
    LONG_SESSIONS(6, "behaviour"),
    /** First session ever of a person: 1 per person. */
    FIRST_SESSIONS(7, "behaviour", Kept.PEOPLE),
    /** Sessions in which goal {@code item} was reached. */
    GOAL_SESSIONS(8, "behaviour", Kept.PEOPLE),
    /** How often goal {@code item} was reached. */
    GOAL_COMPLETIONS(9, "behaviour"),
    /** How long pages were visible, milliseconds, of the page views that say so. */
    VISIBLE_TIME(10, "behaviour"),
    /** Page views that say how long they were visible. */
    TIMED_VIEWS(11, "behaviour"),
    /** Sum of the deepest scrolls, per cent, of the page views that say so. */
    SCROLL(12, "behaviour"),
    /** Page views that say how far they were scrolled. */
    SCROLLED_VIEWS(13, "behaviour"),
    /** How often features were used. */
    FEATURE_USES(14, "behaviour", Kept.PEOPLE),
    /** Sessions in which the product was used; none are kept while every session counts as its use. */
    PRODUCT_SESSIONS(15, "behaviour", Kept.PEOPLE),

    // voice: item = survey id
    INVITATIONS(20, "voice"),
    /** Responses with a score. */
    ANSWERS(21, "voice"),
    NPS_PROMOTERS(22, "voice"),
    NPS_PASSIVES(23, "voice"),
    NPS_DETRACTORS(24, "voice"),
    CSAT_ANSWERS(25, "voice"),
    CSAT_SATISFIED(26, "voice"),
    CES_ANSWERS(27, "voice"),
    /** Sum of the effort scores. */
    CES_SUM(28, "voice"),
    /** Sum of their squares, for the interval. */
    CES_SQUARES(29, "voice"),
    /** Histogram: item = survey id * 1024 + score (0..1023). */
    SCORES(30, "voice"),
    /** Answers that belong to an invitation-keeping survey, for the response rate. */
    INVITED_ANSWERS(31, "voice"),

    /** Responses in which somebody wrote something, with a score or without. */
    COMMENTED(32, "voice"),

    // support
    TICKETS_CREATED(40, "support", Kept.PEOPLE),
    /** By the day they were resolved. */
    TICKETS_RESOLVED(41, "support"),
    /** Tickets created that day that have been reopened at least once. */
    TICKETS_REOPENED(42, "support"),
    /** Tickets created that day that are resolved by now. */
    TICKETS_SETTLED(43, "support"),
    /** Those of them of which nobody knows when. */
    TICKETS_SETTLED_UNDATED(44, "support"),
    /** By the day they started, whoever called whom. */
    CALLS(45, "support"),
    /** Those of them that somebody answered. */
    CALLS_ANSWERED(46, "support"),
    /** Tickets by the day on which a person first replied. */
    TICKETS_ANSWERED(47, "support"),

    // revenue: belong to the day and channel of the order
    ORDERS(60, "revenue", Kept.PEOPLE),
    /** Money, millionths; orders not cancelled. */
    REVENUE(61, "revenue"),
    /** First order ever of a person. */
    FIRST_ORDERS(62, "revenue", Kept.PEOPLE),

    // campaign: figures of a campaign belong to their local day
    /** Money, millionths. */
    SPEND(70, "campaign"),
    /** Campaign figures by day that say what was spent. */
    SPEND_DAYS(71, "campaign"),
    IMPRESSIONS(72, "campaign"),
    CLICKS(73, "campaign"),
    DELIVERED(74, "campaign"),
    /** What clicks are divided by: messages delivered for e-mail, or opened where nothing is said of these; else impressions. */
    EXPOSURES(75, "campaign"),
    CAMPAIGN_CONVERSIONS(76, "campaign"),
    /** Messages opened. */
    OPENS(110, "campaign"),
    /** The same, and how many were delivered, where both are known. */
    OPENS_OF_DELIVERED(111, "campaign"),
    DELIVERED_WITH_OPENS(112, "campaign"),
    /** Clicks in e-mails that are divided by messages delivered, and by messages opened. */
    CLICKS_BY_DELIVERED(113, "campaign"),
    CLICKS_BY_OPENS(114, "campaign"),

    // attribution: orders that a campaign brought, on the day of the order
    /** Money, millionths. */
    ATTRIBUTED_REVENUE(77, "attribution"),
    ATTRIBUTED_ORDERS(78, "attribution"),

    // social: of posts by the moment they appeared, of mentions by theirs
    POSTS(80, "social"),
    POST_IMPRESSIONS(81, "social"),
    LIKES(82, "social"),
    SHARES(83, "social"),
    COMMENTS(84, "social"),
    SAVES(85, "social"),
    MENTIONS(86, "social"),
    MENTIONS_POSITIVE(87, "social"),
    MENTIONS_NEUTRAL(88, "social"),
    MENTIONS_NEGATIVE(89, "social"),
    /** Mentions of which it is known whether they were written in frustration. */
    FRUSTRATION_LABELLED(90, "social"),
    FRUSTRATED(91, "social"),
    /** Mentions of which it is known whether they are technical or about somebody's account. */
    TECHNICAL_LABELLED(92, "social"),
    TECHNICAL(93, "social"),
    ARTICLE_LABELLED(94, "social"),
    ARTICLE_HELPS(95, "social"),
    REPLY_LABELLED(96, "social"),
    NEEDS_REPLY(97, "social"),
    /** How often people clicked on what posts link to. */
    POST_CLICKS(98, "social");

    private enum Kept {
        SUM,
        PEOPLE,
        VALUES
    }

    private final int id;
    private final String family;
    private final Kept kept;

    Measure(int id, String family) {
        this(id, family, Kept.SUM);
    }

    Measure(int id, String family, Kept kept) {
        this.id = id;
        this.family = family;
        this.kept = kept;
    }

    /** The ids of some. */
    public static Set<Integer> ids(Predicate<Measure> which) {
        return Arrays.stream(values()).filter(which).map(Measure::id).collect(Collectors.toUnmodifiableSet());
    }

    /** As stored in cells and sets. */
    public int id() {
        return id;
    }

    /** The family of facts it comes from, whose dirty days refresh it. */
    public String family() {
        return family;
    }

    /** The kind of fact it counts: what begins on a day of its own. Answers may be there before invitations are. */
    public String fact() {
        return switch (this) {
            case INVITATIONS -> "invitations";
            case CALLS, CALLS_ANSWERED -> "calls";
            case POSTS, POST_IMPRESSIONS, LIKES, SHARES, COMMENTS, SAVES, POST_CLICKS -> "posts";
            default -> family;
        };
    }

    /** Whether each value above 0 is kept beside the sum, for quantiles; there is none below. */
    public boolean keepsValues() {
        return kept == Kept.VALUES;
    }

    /** Whether daily sets of people are kept beside the sum. */
    public boolean keepsPeople() {
        return kept == Kept.PEOPLE;
    }
}
