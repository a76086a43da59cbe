package dev.rapport.ingest;

import dev.rapport.ingest.run.ImportState;
import java.util.List;
import java.util.Objects;

/**
 * Leads from an import to what became of it: a figure over the days of the file.
 *
 * @param metric key of the metric, as in its bundle of names
 */
record FigureLink(String metric, String url) {
    static List<FigureLink> of(ImportJob job) {
        if (job.state != ImportState.DONE || job.firstDay == null || job.lastDay == null) {
            return List.of();
        }
        String days = "?from=" + job.firstDay + "&to=" + job.lastDay;
        return metrics(Objects.requireNonNullElse(job.target, "")).stream()
                .map(metric -> new FigureLink(metric, "/metrics/" + metric + days))
                .toList();
    }

    private static List<String> metrics(String target) {
        return switch (target) {
            case "events" -> List.of("sessions", "unique_visitors", "page_views");
            case "responses" -> List.of("nps", "csat", "ces", "reviews");
            case "invitations" -> List.of("response_rate");
            case "tickets" -> List.of("ticket_volume", "first_response_time", "resolution_time");
            case "orders" -> List.of("revenue", "orders", "aov");
            case "subscriptions" -> List.of("mrr", "paying_customers", "churn_rate");
            case "campaign-days" -> List.of("spend", "ctr", "roi");
            case "posts" -> List.of("social_engagement_rate", "shares");
            case "mentions" -> List.of("mentions", "net_sentiment");
            default -> List.of();
        };
    }
}
