package dev.rapport.segment;

import java.util.Optional;
import java.util.stream.Stream;

/** Names what a condition of a segment asks of a person, and how the days that are kept of them answer it. */
enum RuleMeasure {
    EVERYONE("everyone", Way.ALWAYS, 0, false),
    VISITS("visits", Way.SUM, PersonDays.VISITS, true),
    PAGE_VIEWS("page-views", Way.SUM, PersonDays.PAGE_VIEWS, true),
    ACTIVE_DAYS("active-days", Way.DAYS, PersonDays.VISITS, true),
    DAYS_SINCE_VISIT("days-since-visit", Way.SINCE, PersonDays.VISITS, false),
    ORDERS("orders", Way.SUM, PersonDays.ORDERS, true),
    ORDER_VALUE("order-value", Way.SUM, PersonDays.ORDER_VALUE, true),
    DAYS_SINCE_ORDER("days-since-order", Way.SINCE, PersonDays.ORDERS, false),
    SUBSCRIPTIONS("subscriptions", Way.SUM, PersonDays.SUBSCRIPTIONS, false),
    TICKETS("tickets", Way.SUM, PersonDays.TICKETS, true),
    OPEN_TICKETS("open-tickets", Way.SUM, PersonDays.OPEN_TICKETS, false),
    FEATURE("feature", Way.SUM, PersonDays.FEATURES, true),
    NPS("nps", Way.LATEST, PersonDays.NPS, true),
    CSAT("csat", Way.LATEST, PersonDays.CSAT, true),
    CES("ces", Way.LATEST, PersonDays.CES, true),
    WON_BY("won-by", Way.FIRST, PersonDays.WON_BY_ORDER, false),
    SEGMENT("segment", Way.MEMBER, 0, false);

    /** How steps are made of days, as {@code derive_behaviour.sql} names it. */
    enum Way {
        ALWAYS,
        SUM,
        DAYS,
        SINCE,
        LATEST,
        FIRST,
        MEMBER
    }

    final String key;
    final Way way;
    final int kind;
    /** Whether it is asked for the last days alone, where that is wanted. */
    final boolean windowed;

    RuleMeasure(String key, Way way, int kind, boolean windowed) {
        this.key = key;
        this.way = way;
        this.kind = kind;
        this.windowed = windowed;
    }

    static Optional<RuleMeasure> find(String key) {
        return Stream.of(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    /** Whether a number is asked for; else it is or is not so. */
    boolean isNumber() {
        return way == Way.SUM || way == Way.DAYS || way == Way.SINCE;
    }

    boolean isMoney() {
        return this == ORDER_VALUE;
    }
}
