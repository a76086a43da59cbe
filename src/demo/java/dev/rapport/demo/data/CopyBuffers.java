package dev.rapport.demo.data;

import java.util.List;

/** Holds the rows of each table that a simulation writes to. */
final class CopyBuffers {
    final CopyBuffer persons = new CopyBuffer("person", "id, external_id, name, email, created_at, import_id");
    final CopyBuffer visitors = new CopyBuffer("visitor", "id, key, person_id, created_at, import_id");
    final CopyBuffer traits = new CopyBuffer("person_trait", "visitor_id, trait, value, since, import_id");
    final CopyBuffer events = new CopyBuffer(
            "event",
            "visitor_id, message_id, at, kind, name_id, page_id, source_id, scroll_percent, visible_ms, import_id, properties");
    final CopyBuffer invitations =
            new CopyBuffer("invitation", "key, survey_id, visitor_id, channel_id, at, import_id, content");
    final CopyBuffer responses = new CopyBuffer(
            "response",
            "key, survey_id, visitor_id, channel_id, at, score, comment, topic, sentiment, ticket, feature, import_id, content");
    final CopyBuffer tickets = new CopyBuffer(
            "ticket_record",
            "key, visitor_id, channel_id, issue_type, priority, subject, assignee, team, created_at, first_response_at,"
                    + " resolved_at, reopened, import_id, content");
    final CopyBuffer lines = new CopyBuffer(
            "order_line",
            "key, order_key, visitor_id, channel_id, at, product, category, quantity, amount, cancelled_at, campaign, import_id,"
                    + " content");
    final CopyBuffer subscriptions = new CopyBuffer(
            "subscription",
            "key, visitor_id, channel_id, plan, amount, started_at, ended_at, reason, import_id, content");
    final CopyBuffer campaignDays = new CopyBuffer(
            "campaign_day",
            "key, campaign, variant, channel_id, day, spend, impressions, clicks, delivered, opens, conversions, followers,"
                    + " import_id,"
                    + " content");
    final CopyBuffer posts = new CopyBuffer(
            "post",
            "key, channel_id, network, at, text, impressions, likes, shares, comments, saves, import_id, content");
    final CopyBuffer mentions = new CopyBuffer(
            "mention",
            "key, visitor_id, channel_id, network, brand, topic, at, text, sentiment, frustrated, technical,"
                    + " article_helps, needs_reply, labelled_by, import_id, content");

    /** All but events, which are many and taken as they come; in an order that references allow. */
    List<CopyBuffer> small() {
        return List.of(
                persons,
                visitors,
                traits,
                invitations,
                responses,
                tickets,
                lines,
                subscriptions,
                campaignDays,
                posts,
                mentions);
    }

    long rows() {
        return events.rows() + small().stream().mapToLong(CopyBuffer::rows).sum();
    }
}
