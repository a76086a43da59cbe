package dev.rapport.slice;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names the dimensions that single metrics have beside channel and segment. By them a metric can be broken down and
 * narrowed to: page views by page, tickets by issue type, spend by campaign. Its values are whatever the facts name;
 * what they do not name is the empty text.
 */
public enum Dimension {
    /** Path of a page, without its query string. */
    PAGE(SliceOption.PAGE_PATH),
    /** Path of the page with which a visit begins. */
    LANDING_PAGE(SliceOption.LANDING_PAGE),
    /** Key of a goal: one after the other, as no fact has the one goal. */
    GOAL(SliceOption.GOAL),
    ISSUE_TYPE(SliceOption.ISSUE_TYPE),
    /** Who answers a ticket or a call; nobody is named where the settings hide names. */
    AGENT(SliceOption.AGENT),
    TEAM(SliceOption.TEAM),
    PRIORITY(SliceOption.PRIORITY),
    CAMPAIGN(SliceOption.CAMPAIGN),
    /** One of the variants of a campaign that are tried against each other. */
    VARIANT(SliceOption.VARIANT),
    /** Social network. */
    NETWORK(SliceOption.NETWORK),
    BRAND(SliceOption.BRAND),
    TOPIC(SliceOption.TOPIC),
    FEATURE(SliceOption.FEATURE),
    /** {@code positive}, {@code neutral} or {@code negative}. */
    SENTIMENT(SliceOption.SENTIMENT),
    /** ISO weekday and hour of the reporting zone's clocks: {@code 1-09} is Monday from nine. */
    WEEKDAY_HOUR(SliceOption.WEEKDAY_HOUR),
    /** For how long somebody has been a customer. */
    RELATION_AGE(SliceOption.RELATION_AGE),
    /** Why somebody left. */
    REASON(SliceOption.REASON),
    /** What was answered to a survey, on its scale. */
    SCORE(SliceOption.SCORE),
    /** What was bought, or looked at; an order with two products belongs to both. */
    PRODUCT(SliceOption.PRODUCT),
    /** To what products belong; an order with products of two belongs to both. */
    CATEGORY(SliceOption.CATEGORY),
    /** Link or button on a page, as whoever counts its clicks names it. */
    LINK(SliceOption.LINK);

    private final SliceOption option;

    Dimension(SliceOption option) {
        this.option = option;
    }

    /** Whether it tells facts apart, so that a question can be narrowed to one value; else it is a choice of what is counted. */
    public boolean isOfFacts() {
        return this != GOAL;
    }

    /** Whether the shares by it are all of one whole, so that they add up. */
    public boolean isOfOneWhole() {
        return this == REASON;
    }

    /** As in {@code by=part:issue-type}; the name also of the option that narrows to one value. */
    public String key() {
        return option.key();
    }

    /** Narrows a question to one value of it. */
    public SliceOption option() {
        return option;
    }

    public static Optional<Dimension> of(String key) {
        return Stream.of(values())
                .filter(dimension -> dimension.key().equals(key))
                .findFirst();
    }
}
