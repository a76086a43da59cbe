package dev.rapport.ingest.store;

import dev.rapport.db.ReportingTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the rows of a target are kept, with a version for each piece of news.
 *
 * @param family whose days get dirty, if any
 * @param columns of the fact, each with the SQL that fills it ({@code s} the row, {@code v} the visitor, {@code c} the
 *     channel, {@code sv} the survey)
 * @param moments columns that date it
 */
record FactTable(String name, Optional<String> family, Map<String, String> columns, List<String> moments) {
    private static final String VISITOR = "v.id";
    private static final String CHANNEL = "coalesce(c.id, (select id from channel where key = 'unknown'))";

    static final Map<String, FactTable> BY_TARGET = Map.of(
            "responses",
                    of(
                            "response",
                            "voice",
                            "at",
                            "survey_id",
                            "sv.id",
                            "visitor_id",
                            VISITOR,
                            "channel_id",
                            CHANNEL,
                            "at",
                            "s.f_at",
                            "score",
                            "s.f_score",
                            "comment",
                            "s.f_comment",
                            "topic",
                            "s.f_topic",
                            "sentiment",
                            "s.f_sentiment::smallint"),
            "invitations",
                    of(
                            "invitation",
                            "voice",
                            "at",
                            "survey_id",
                            "sv.id",
                            "visitor_id",
                            VISITOR,
                            "channel_id",
                            CHANNEL,
                            "at",
                            "s.f_at"),
            "tickets",
                    of(
                            "ticket_record",
                            "support",
                            "created_at resolved_at",
                            "visitor_id",
                            VISITOR,
                            "channel_id",
                            CHANNEL,
                            "issue_type",
                            "s.f_issue_type",
                            "priority",
                            "s.f_priority",
                            "subject",
                            "s.f_subject",
                            "assignee",
                            "s.f_assignee",
                            "created_at",
                            "s.f_created",
                            "first_response_at",
                            "s.f_first_response",
                            "first_response_known",
                            "coalesce(s.f_first_response_known, true)",
                            "resolved_at",
                            "s.f_resolved",
                            "resolution_known",
                            "coalesce(s.f_resolution_known, true)",
                            "state",
                            "s.f_state",
                            "reopened",
                            "coalesce(s.f_reopened, 0)"),
            "orders",
                    of(
                            "order_line",
                            "revenue",
                            "at",
                            "order_key",
                            // two shops may give one number to two orders
                            "s.f_order || suffix",
                            "visitor_id",
                            VISITOR,
                            "channel_id",
                            CHANNEL,
                            "at",
                            "s.f_at",
                            "product",
                            "s.f_product",
                            "quantity",
                            "s.f_quantity",
                            "amount",
                            "s.f_amount",
                            "cancelled_at",
                            "s.f_cancelled",
                            "campaign",
                            "s.f_campaign",
                            "refund",
                            "coalesce(s.f_refund, false)",
                            "refunded",
                            "s.f_refunded",
                            "refunded_at",
                            "s.f_refunded_at",
                            "shipping",
                            "s.f_shipping",
                            "tax",
                            "s.f_tax",
                            "currency",
                            "s.f_currency",
                            "original",
                            "s.f_original",
                            "rate",
                            "s.f_rate"),
            "subscriptions",
                    of(
                            "subscription",
                            "revenue",
                            "started_at ended_at",
                            "visitor_id",
                            VISITOR,
                            "channel_id",
                            CHANNEL,
                            "plan",
                            "s.f_plan",
                            "amount",
                            "s.f_amount",
                            "started_at",
                            "s.f_started",
                            "ended_at",
                            "s.f_ended",
                            "trial_ended_at",
                            "s.f_trial_ended",
                            "billing",
                            "s.f_interval",
                            "quantity",
                            "s.f_quantity",
                            "currency",
                            "s.f_currency",
                            "original",
                            "s.f_original",
                            "rate",
                            "s.f_rate"),
            "campaign-days",
                    of(
                            "campaign_day",
                            "campaign",
                            "day",
                            "campaign",
                            "s.f_campaign",
                            "variant",
                            "s.f_variant",
                            "channel_id",
                            CHANNEL,
                            "day",
                            "s.f_day",
                            "spend",
                            "s.f_spend",
                            "impressions",
                            "s.f_impressions",
                            "clicks",
                            "s.f_clicks",
                            "delivered",
                            "s.f_delivered",
                            "conversions",
                            "s.f_conversions",
                            "followers",
                            "s.f_followers",
                            "currency",
                            "s.f_currency",
                            "original",
                            "s.f_original",
                            "rate",
                            "s.f_rate"),
            "posts",
                    of(
                            "post",
                            "social",
                            "at",
                            "channel_id",
                            CHANNEL,
                            "network",
                            "s.f_network",
                            "at",
                            "s.f_at",
                            "text",
                            "s.f_text",
                            "impressions",
                            "s.f_impressions",
                            "likes",
                            "s.f_likes",
                            "shares",
                            "s.f_shares",
                            "comments",
                            "s.f_comments",
                            "saves",
                            "s.f_saves"),
            "mentions",
                    of(
                            "mention",
                            "social",
                            "at",
                            "visitor_id",
                            VISITOR,
                            "channel_id",
                            CHANNEL,
                            "network",
                            "s.f_network",
                            "brand",
                            "s.f_brand",
                            "topic",
                            "s.f_topic",
                            "at",
                            "s.f_at",
                            "text",
                            "s.f_text",
                            "sentiment",
                            "s.f_sentiment::smallint",
                            "frustrated",
                            "s.f_frustrated",
                            "technical",
                            "s.f_technical",
                            "article_helps",
                            "s.f_article_helps",
                            "needs_reply",
                            "s.f_needs_reply",
                            "labelled_by",
                            "coalesce(s.f_labelled_by, 'import')"));

    private static FactTable of(String name, String family, String moments, String... columns) {
        Map<String, String> filled = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i += 2) {
            filled.put(columns[i], columns[i + 1]);
        }
        return new FactTable(
                name,
                Optional.of(family).filter(text -> !text.isEmpty()),
                filled,
                moments.isEmpty() ? List.of() : List.of(moments.split(" ")));
    }

    boolean hasPerson() {
        return columns.containsKey("visitor_id");
    }

    boolean hasSurvey() {
        return columns.containsKey("survey_id");
    }

    /** Selects the moments of those of its rows for which {@code where} holds. */
    String momentsWhere(String where) {
        if (name.equals("order_line")) {
            // an order happens when its first line does: a line more or less can move it
            return "select at from order_line where order_key in (select order_key from order_line where " + where
                    + ")";
        }
        return String.join(
                " union all ",
                moments.stream()
                        .map(moment -> "select " + instant(moment) + " from " + name + " where " + where)
                        .toList());
    }

    /** A day is a reporting day, whatever the zone: it stands for the moment in which it starts. */
    private static String instant(String moment) {
        return moment.equals("day") ? ReportingTime.start("day") : moment;
    }
}
