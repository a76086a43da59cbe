package dev.rapport.dashboard;

import dev.rapport.query.SliceChoices;
import dev.rapport.slice.Dimension;

/** Names dimensions, and the values that the facts leave unnamed, for people. */
public final class PartText {
    private PartText() {}

    public static String name(Dimension dimension, PartMessages words) {
        return switch (dimension) {
            case PAGE -> words.page();
            case LANDING_PAGE -> words.landingPage();
            case GOAL -> words.goal();
            case ISSUE_TYPE -> words.issueType();
            case AGENT -> words.agent();
            case TEAM -> words.team();
            case PRIORITY -> words.priority();
            case CAMPAIGN -> words.campaign();
            case VARIANT -> words.variant();
            case NETWORK -> words.network();
            case BRAND -> words.brand();
            case TOPIC -> words.topic();
            case FEATURE -> words.feature();
            case SENTIMENT -> words.sentiment();
            case WEEKDAY_HOUR -> words.weekdayHour();
            case SCORE -> words.score();
            case RELATION_AGE -> words.relationAge();
            case REASON -> words.reason();
            case PRODUCT -> words.product();
            case CATEGORY -> words.category();
            case LINK -> words.link();
        };
    }

    /** As people know it. */
    public static String value(Dimension dimension, String value, PartMessages words, SliceChoices choices) {
        if (value.isEmpty()) {
            return dimension == Dimension.REASON ? words.noReason() : words.unnamed();
        }
        return switch (dimension) {
            case FEATURE -> choices.featureName(value);
            case GOAL -> choices.goalName(value);
            case RELATION_AGE -> words.age(value);
            default -> value;
        };
    }
}
