package dev.rapport.query;

import java.util.Locale;

/** What can stand in a row of facts. The key is the title in a CSV; pages name it by {@link dev.rapport.dashboard.RowMessages}. */
public enum RowColumn {
    AT(Kind.MOMENT),
    ENDED_AT(Kind.MOMENT),
    PERSON(Kind.TEXT),
    CHANNEL(Kind.TEXT),
    PAGE_VIEWS(Kind.NUMBER),
    EVENTS(Kind.NUMBER),
    SECONDS(Kind.NUMBER),
    ENTRY_PAGE(Kind.TEXT),
    EXIT_PAGE(Kind.TEXT),
    PAGE(Kind.TEXT),
    SCROLL(Kind.NUMBER),
    EXITED(Kind.FLAG),
    CAMPAIGN(Kind.TEXT),
    BOUNCED(Kind.FLAG),
    CONVERTED(Kind.FLAG),
    STEPS(Kind.NUMBER),
    SESSIONS(Kind.NUMBER),
    ACTIVE_DAYS(Kind.NUMBER),
    FIRST_AT(Kind.MOMENT),
    IS_NEW(Kind.FLAG),
    USED(Kind.FLAG),
    USES(Kind.NUMBER),
    SIGNED_UP_AT(Kind.MOMENT),
    KEY_DAYS(Kind.NUMBER),
    ENGAGED(Kind.FLAG),
    DROPPED_OFF(Kind.FLAG),
    KIND(Kind.TEXT),
    KEY(Kind.TEXT),
    SURVEY(Kind.TEXT),
    SCORE(Kind.NUMBER),
    SCORE_CLASS(Kind.TEXT),
    COMMENT(Kind.TEXT),
    TOPIC(Kind.TEXT),
    SENTIMENT(Kind.NUMBER),
    ISSUE_TYPE(Kind.TEXT),
    PRIORITY(Kind.TEXT),
    SUBJECT(Kind.TEXT),
    ASSIGNEE(Kind.TEXT),
    CREATED_AT(Kind.MOMENT),
    FIRST_RESPONSE_AT(Kind.MOMENT),
    FIRST_RESPONSE_KNOWN(Kind.FLAG),
    RESOLVED_AT(Kind.MOMENT),
    RESOLUTION_KNOWN(Kind.FLAG),
    REOPENED(Kind.NUMBER),
    PLAN(Kind.TEXT),
    AMOUNT(Kind.NUMBER),
    LINES(Kind.NUMBER),
    STARTED_AT(Kind.MOMENT),
    AT_START(Kind.FLAG),
    AT_END(Kind.FLAG),
    PAID_AT_START(Kind.NUMBER),
    PAID_AT_END(Kind.NUMBER),
    ORDERS(Kind.NUMBER),
    DAY(Kind.TEXT),
    COHORT(Kind.TEXT),
    CAME_AGAIN(Kind.FLAG),
    VARIANT(Kind.TEXT),
    SPEND(Kind.NUMBER),
    IMPRESSIONS(Kind.NUMBER),
    CLICKS(Kind.NUMBER),
    DELIVERED(Kind.NUMBER),
    CONVERSIONS(Kind.NUMBER),
    FOLLOWERS(Kind.NUMBER),
    /** What clicks are divided by. */
    EXPOSURES(Kind.NUMBER),
    NETWORK(Kind.TEXT),
    BRAND(Kind.TEXT),
    TEXT(Kind.TEXT),
    LIKES(Kind.NUMBER),
    SHARES(Kind.NUMBER),
    COMMENTS(Kind.NUMBER),
    SAVES(Kind.NUMBER),
    FRUSTRATED(Kind.FLAG),
    TECHNICAL(Kind.FLAG),
    ARTICLE_HELPS(Kind.FLAG),
    NEEDS_REPLY(Kind.FLAG),
    LABELLED_BY(Kind.TEXT),
    MONTHS(Kind.NUMBER),
    YEARS(Kind.NUMBER),
    SUPPORT_COST(Kind.NUMBER),
    RECENCY(Kind.NUMBER),
    FREQUENCY(Kind.NUMBER),
    BREADTH(Kind.NUMBER),
    LAST_ANSWER(Kind.NUMBER),
    OPEN_TICKETS(Kind.NUMBER),
    PAYMENT(Kind.NUMBER),
    HEALTH(Kind.NUMBER),
    ID(Kind.NUMBER),
    STATE(Kind.TEXT),
    OWNER(Kind.TEXT),
    CONTACTED_ON(Kind.TEXT),
    OUTCOME(Kind.TEXT),
    NOTE(Kind.TEXT),
    ORDERS_AFTER(Kind.NUMBER),
    TICKETS_AFTER(Kind.NUMBER),
    LATER_SCORE(Kind.NUMBER),
    CHURNED(Kind.FLAG),
    ROWS(Kind.NUMBER),
    CONTACTED(Kind.FLAG),
    AGAIN(Kind.FLAG);

    /** How it is written: numbers at the end of their cell, moments in reporting time. */
    public enum Kind {
        TEXT,
        NUMBER,
        MOMENT,
        FLAG
    }

    private final Kind kind;

    RowColumn(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isNumeric() {
        return kind == Kind.NUMBER;
    }

    /** As in the title of a CSV. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
