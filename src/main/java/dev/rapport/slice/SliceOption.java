package dev.rapport.slice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names the options that single metrics understand beside the slice itself. A metric that does not understand an option
 * answers as if it were not there. A value that is the default is not kept, so that equal questions are equal slices.
 */
public enum SliceOption {
    /** Key of the goal that conversion is measured by; without it the default goal of the settings. */
    GOAL,
    /** Key of the one survey that is looked at; without it all of the kind. */
    SURVEY,
    /** What converts. */
    UNIT("people", "sessions"),
    /** Which statistic of a duration. */
    STAT("median", "p90", "mean"),
    /** What becomes of tickets that still wait: they count as waiting, or only the answered ones are looked at. */
    WAITING("counted", "left-out"),
    /** Whether tickets are looked at that were resolved on a day that is known, or those of which nobody knows when. */
    DATED("known", "unknown"),
    /** Whether visits with a single hit are left out of the mean duration. */
    WITHOUT_SINGLE("false", "true"),
    /** What lost customers are divided by: those at the start, or all there were in the period. */
    BASE("start", "all"),
    /** Whose activity is held against customers: the people of each day, or those of the 30 days up to it. */
    ACTIVE("dau", "mau"),
    /** Which rates of variants are compared: of clicks, or of conversions among those who clicked. */
    RATE("clicks", "conversions"),
    /** What social interactions are divided by. */
    PER("impressions", "followers"),
    /** Which band of customers' health. */
    BAND("at-risk", "watch", "healthy"),
    /** What is taken off customers' value. */
    NET("gross", "support"),
    /** What counts as being active again in a cohort; without it visits, where there are any. */
    ACTIVITY,
    /** The one page looked at, by its path; see {@link Dimension}, as for those below. */
    PAGE_PATH,
    /** The one page with which visits begin. */
    LANDING_PAGE,
    ISSUE_TYPE,
    AGENT,
    TEAM,
    PRIORITY,
    CAMPAIGN,
    VARIANT,
    NETWORK,
    BRAND,
    TOPIC,
    FEATURE,
    SENTIMENT,
    WEEKDAY_HOUR,
    SCORE,
    RELATION_AGE,
    REASON,
    PRODUCT,
    CATEGORY,
    LINK,
    /** Whom repeat orders are counted of: who wrote to support before, who did not, or how far the two lie apart. */
    CONTACT("with", "without", "difference"),
    /** With which days a trend by day or hour is overlaid: those of the same date, or of the same weekday. */
    ALIGN("date", "weekday");

    /** As long as a path or a name may be that is asked for. */
    private static final int LONGEST_PART = 500;

    private static final List<String> ACTIVITIES = List.of("visit", "order");

    private final List<String> values;

    SliceOption(String... values) {
        this.values = List.of(values);
    }

    /** As in a URL and in {@link Slice#options()}: {@code without-single}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The values to choose from, the default first; empty where they are data (goals, surveys) or depend on data. */
    public List<String> choices() {
        return values;
    }

    static Optional<SliceOption> of(String key) {
        return Stream.of(values()).filter(option -> option.key().equals(key)).findFirst();
    }

    boolean allows(String value, SliceContext context) {
        return switch (this) {
            case GOAL -> context.goals().contains(value);
            case SURVEY -> context.surveys().contains(value);
            case ACTIVITY -> ACTIVITIES.contains(value);
            default -> isPart() ? isText(value) : values.contains(value);
        };
    }

    /** Whether it narrows to one value of a {@link Dimension} that tells facts apart: whatever the facts name. */
    public boolean isPart() {
        return Dimension.of(key()).filter(Dimension::isOfFacts).isPresent();
    }

    private static boolean isText(String value) {
        return value.length() <= LONGEST_PART && value.codePoints().noneMatch(Character::isISOControl);
    }

    boolean isDefault(String value) {
        return !values.isEmpty() && values.get(0).equals(value);
    }
}
