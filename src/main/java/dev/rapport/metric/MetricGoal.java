package dev.rapport.metric;

import java.util.List;
import java.util.Locale;

/** Names what a team may want to reach, with the metrics that tell whether it does, the plainest first. Source: [V8]. */
public enum MetricGoal {
    REACH(
            "unique_visitors",
            "sessions",
            "new_visitor_share",
            "social_engagement_rate",
            "ctr",
            "open_rate",
            "mentions",
            "followers",
            "pages_per_session",
            "session_duration",
            "bounce_rate"),
    SELL(
            "conversion_rate",
            "journey_conversion",
            "orders",
            "revenue",
            "acquired_customers",
            "cac",
            "roi",
            "attributed_revenue",
            "bounce_rate",
            "exit_rate",
            "link_ctr",
            "time_on_page"),
    GROW("aov", "purchase_frequency", "clv", "clv_to_cac", "mrr", "feature_usage", "stickiness", "paying_customers"),
    KEEP(
            "churn_rate",
            "retention_rate",
            "revenue_churn",
            "net_growth",
            "health_score",
            "health_share",
            "activity_rate",
            "first_week_drop_off",
            "nps"),
    PLEASE(
            "nps",
            "csat",
            "ces",
            "reviews",
            "net_sentiment",
            "detractor_share",
            "promoter_share",
            "follow_up",
            "frustrated_share"),
    SERVE(
            "first_response_time",
            "resolution_time",
            "resolution_rate",
            "csat",
            "ces",
            "backlog",
            "reopened",
            "call_answer_rate",
            "tickets_per_100_customers",
            "ticket_volume");

    private final List<String> metrics;

    MetricGoal(String... metrics) {
        this.metrics = List.of(metrics);
    }

    /** As in a URL. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<String> metrics() {
        return metrics;
    }
}
