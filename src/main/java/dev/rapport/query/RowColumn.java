package dev.rapport.query;

import dev.rapport.fact.RowList.Kind;

/**
 * Names what can stand in a row of facts.
 *
 * @param key the title in a CSV; pages name it by {@code {fact:column(key)}}
 * @param kind how it is written: numbers at the end of their cell, moments in reporting time
 */
public record RowColumn(String key, Kind kind) {
    public static final RowColumn AT = new RowColumn("at", Kind.MOMENT);
    public static final RowColumn ENDED_AT = new RowColumn("ended_at", Kind.MOMENT);
    public static final RowColumn PERSON = new RowColumn("person", Kind.TEXT);
    public static final RowColumn CHANNEL = new RowColumn("channel", Kind.TEXT);
    public static final RowColumn PAGE_VIEWS = new RowColumn("page_views", Kind.NUMBER);
    public static final RowColumn EVENTS = new RowColumn("events", Kind.NUMBER);
    public static final RowColumn SECONDS = new RowColumn("seconds", Kind.NUMBER);
    public static final RowColumn ENTRY_PAGE = new RowColumn("entry_page", Kind.TEXT);
    public static final RowColumn EXIT_PAGE = new RowColumn("exit_page", Kind.TEXT);
    public static final RowColumn PAGE = new RowColumn("page", Kind.TEXT);
    public static final RowColumn SCROLL = new RowColumn("scroll", Kind.NUMBER);
    public static final RowColumn EXITED = new RowColumn("exited", Kind.FLAG);
    public static final RowColumn CAMPAIGN = new RowColumn("campaign", Kind.TEXT);
    public static final RowColumn BOUNCED = new RowColumn("bounced", Kind.FLAG);
    public static final RowColumn CONVERTED = new RowColumn("converted", Kind.FLAG);
    public static final RowColumn STEPS = new RowColumn("steps", Kind.NUMBER);
    public static final RowColumn SESSIONS = new RowColumn("sessions", Kind.NUMBER);
    public static final RowColumn ACTIVE_DAYS = new RowColumn("active_days", Kind.NUMBER);
    public static final RowColumn FIRST_AT = new RowColumn("first_at", Kind.MOMENT);
    public static final RowColumn IS_NEW = new RowColumn("is_new", Kind.FLAG);
    public static final RowColumn CLICKED = new RowColumn("clicked", Kind.FLAG);
    public static final RowColumn USED = new RowColumn("used", Kind.FLAG);
    public static final RowColumn USES = new RowColumn("uses", Kind.NUMBER);
    public static final RowColumn SIGNED_UP_AT = new RowColumn("signed_up_at", Kind.MOMENT);
    public static final RowColumn KEY_DAYS = new RowColumn("key_days", Kind.NUMBER);
    public static final RowColumn ENGAGED = new RowColumn("engaged", Kind.FLAG);
    public static final RowColumn DROPPED_OFF = new RowColumn("dropped_off", Kind.FLAG);
    public static final RowColumn VALUE_AT = new RowColumn("value_at", Kind.MOMENT);
    public static final RowColumn KIND = new RowColumn("kind", Kind.TEXT);
    public static final RowColumn KEY = new RowColumn("key", Kind.TEXT);
    public static final RowColumn SURVEY = new RowColumn("survey", Kind.TEXT);
    public static final RowColumn SCORE = new RowColumn("score", Kind.NUMBER);
    public static final RowColumn SCALE_MIN = new RowColumn("scale_min", Kind.NUMBER);
    public static final RowColumn SCALE_MAX = new RowColumn("scale_max", Kind.NUMBER);
    public static final RowColumn DIRECTION = new RowColumn("direction", Kind.TEXT);
    public static final RowColumn SCORE_CLASS = new RowColumn("score_class", Kind.TEXT);
    public static final RowColumn COMMENT = new RowColumn("comment", Kind.TEXT);
    public static final RowColumn TOPIC = new RowColumn("topic", Kind.TEXT);
    public static final RowColumn SENTIMENT = new RowColumn("sentiment", Kind.NUMBER);
    public static final RowColumn ISSUE_TYPE = new RowColumn("issue_type", Kind.TEXT);
    public static final RowColumn PRIORITY = new RowColumn("priority", Kind.TEXT);
    public static final RowColumn SUBJECT = new RowColumn("subject", Kind.TEXT);
    public static final RowColumn ASSIGNEE = new RowColumn("assignee", Kind.TEXT);
    public static final RowColumn TICKET = new RowColumn("ticket", Kind.TEXT);
    public static final RowColumn FEATURE = new RowColumn("feature", Kind.TEXT);
    public static final RowColumn TEAM = new RowColumn("team", Kind.TEXT);
    public static final RowColumn CREATED_AT = new RowColumn("created_at", Kind.MOMENT);
    public static final RowColumn FIRST_RESPONSE_AT = new RowColumn("first_response_at", Kind.MOMENT);
    public static final RowColumn FIRST_RESPONSE_KNOWN = new RowColumn("first_response_known", Kind.FLAG);
    public static final RowColumn RESOLVED_AT = new RowColumn("resolved_at", Kind.MOMENT);
    public static final RowColumn RESOLUTION_KNOWN = new RowColumn("resolution_known", Kind.FLAG);
    public static final RowColumn REOPENED = new RowColumn("reopened", Kind.NUMBER);
    public static final RowColumn PLAN = new RowColumn("plan", Kind.TEXT);
    public static final RowColumn AMOUNT = new RowColumn("amount", Kind.NUMBER);
    public static final RowColumn LINES = new RowColumn("lines", Kind.NUMBER);
    public static final RowColumn STARTED_AT = new RowColumn("started_at", Kind.MOMENT);
    public static final RowColumn AT_START = new RowColumn("at_start", Kind.FLAG);
    public static final RowColumn AT_END = new RowColumn("at_end", Kind.FLAG);
    public static final RowColumn PAID_AT_START = new RowColumn("paid_at_start", Kind.NUMBER);
    public static final RowColumn PAID_AT_END = new RowColumn("paid_at_end", Kind.NUMBER);
    public static final RowColumn ORDERS = new RowColumn("orders", Kind.NUMBER);
    public static final RowColumn DAY = new RowColumn("day", Kind.TEXT);
    public static final RowColumn COHORT = new RowColumn("cohort", Kind.TEXT);
    public static final RowColumn CAME_AGAIN = new RowColumn("came_again", Kind.FLAG);
    public static final RowColumn VARIANT = new RowColumn("variant", Kind.TEXT);
    public static final RowColumn SPEND = new RowColumn("spend", Kind.NUMBER);
    public static final RowColumn IMPRESSIONS = new RowColumn("impressions", Kind.NUMBER);
    public static final RowColumn CLICKS = new RowColumn("clicks", Kind.NUMBER);
    public static final RowColumn DELIVERED = new RowColumn("delivered", Kind.NUMBER);
    public static final RowColumn CONVERSIONS = new RowColumn("conversions", Kind.NUMBER);
    public static final RowColumn FOLLOWERS = new RowColumn("followers", Kind.NUMBER);
    public static final RowColumn OPENS = new RowColumn("opens", Kind.NUMBER);

    /** What clicks are divided by. */
    public static final RowColumn EXPOSURES = new RowColumn("exposures", Kind.NUMBER);

    public static final RowColumn NETWORK = new RowColumn("network", Kind.TEXT);
    public static final RowColumn BRAND = new RowColumn("brand", Kind.TEXT);
    public static final RowColumn TEXT = new RowColumn("text", Kind.TEXT);
    public static final RowColumn LIKES = new RowColumn("likes", Kind.NUMBER);
    public static final RowColumn SHARES = new RowColumn("shares", Kind.NUMBER);
    public static final RowColumn COMMENTS = new RowColumn("comments", Kind.NUMBER);
    public static final RowColumn SAVES = new RowColumn("saves", Kind.NUMBER);
    public static final RowColumn FRUSTRATED = new RowColumn("frustrated", Kind.FLAG);
    public static final RowColumn TECHNICAL = new RowColumn("technical", Kind.FLAG);
    public static final RowColumn ARTICLE_HELPS = new RowColumn("article_helps", Kind.FLAG);
    public static final RowColumn NEEDS_REPLY = new RowColumn("needs_reply", Kind.FLAG);
    public static final RowColumn LABELLED_BY = new RowColumn("labelled_by", Kind.TEXT);
    public static final RowColumn MONTHS = new RowColumn("months", Kind.NUMBER);
    public static final RowColumn YEARS = new RowColumn("years", Kind.NUMBER);
    public static final RowColumn SUPPORT_COST = new RowColumn("support_cost", Kind.NUMBER);
    public static final RowColumn RECENCY = new RowColumn("recency", Kind.NUMBER);
    public static final RowColumn FREQUENCY = new RowColumn("frequency", Kind.NUMBER);
    public static final RowColumn BREADTH = new RowColumn("breadth", Kind.NUMBER);
    public static final RowColumn LAST_ANSWER = new RowColumn("last_answer", Kind.NUMBER);
    public static final RowColumn OPEN_TICKETS = new RowColumn("open_tickets", Kind.NUMBER);
    public static final RowColumn PAYMENT = new RowColumn("payment", Kind.NUMBER);
    public static final RowColumn HEALTH = new RowColumn("health", Kind.NUMBER);
    public static final RowColumn ID = new RowColumn("id", Kind.NUMBER);
    public static final RowColumn STATE = new RowColumn("state", Kind.TEXT);
    public static final RowColumn OWNER = new RowColumn("owner", Kind.TEXT);
    public static final RowColumn CONTACTED_ON = new RowColumn("contacted_on", Kind.TEXT);
    public static final RowColumn OUTCOME = new RowColumn("outcome", Kind.TEXT);
    public static final RowColumn NOTE = new RowColumn("note", Kind.TEXT);
    public static final RowColumn ORDERS_AFTER = new RowColumn("orders_after", Kind.NUMBER);
    public static final RowColumn TICKETS_AFTER = new RowColumn("tickets_after", Kind.NUMBER);
    public static final RowColumn LATER_SCORE = new RowColumn("later_score", Kind.NUMBER);
    public static final RowColumn CHURNED = new RowColumn("churned", Kind.FLAG);
    public static final RowColumn ROWS = new RowColumn("rows", Kind.NUMBER);
    public static final RowColumn CONTACTED = new RowColumn("contacted", Kind.FLAG);
    public static final RowColumn CONTACTS = new RowColumn("contacts", Kind.NUMBER);
    public static final RowColumn LAST_AT = new RowColumn("last_at", Kind.MOMENT);
    public static final RowColumn REASON = new RowColumn("reason", Kind.TEXT);
    public static final RowColumn TICKETS_BEFORE = new RowColumn("tickets_before", Kind.NUMBER);
    public static final RowColumn ANSWER_BEFORE = new RowColumn("answer_before", Kind.TEXT);
    public static final RowColumn AGAIN = new RowColumn("again", Kind.FLAG);

    public boolean isNumeric() {
        return kind == Kind.NUMBER;
    }
}
