package dev.rapport.dashboard.board;

import dev.rapport.dashboard.DashboardMessages;
import dev.rapport.slice.SliceOption;
import java.util.List;
import java.util.Set;

/**
 * Names the dashboards with their metrics: the headline figures, those a trend is shown of, the columns of the tables.
 */
public enum Board {
    OVERVIEW(
            "/overview",
            List.of(
                    "unique_visitors",
                    "sessions",
                    "conversion_rate",
                    "revenue",
                    "paying_customers",
                    "nps",
                    "csat",
                    "ticket_volume",
                    "resolution_time",
                    "churn_rate",
                    "cac",
                    "net_sentiment"),
            List.of("unique_visitors", "revenue", "ticket_volume", "csat", "nps"),
            List.of("sessions", "conversion_rate", "revenue", "ticket_volume", "csat", "nps")),
    MARKETING(
            "/marketing",
            List.of(
                    "unique_visitors",
                    "sessions",
                    "page_views",
                    "new_visitor_share",
                    "pages_per_session",
                    "session_duration",
                    "session_duration_median",
                    "time_on_page",
                    "scroll_depth",
                    "bounce_rate",
                    "exit_rate",
                    "conversion_rate",
                    "revenue",
                    "orders",
                    "spend",
                    "ctr",
                    "cac",
                    "roi",
                    "mentions",
                    "net_sentiment"),
            List.of("sessions", "unique_visitors", "conversion_rate", "bounce_rate", "revenue", "spend"),
            List.of("sessions", "unique_visitors", "pages_per_session", "bounce_rate", "conversion_rate", "revenue")),
    PRODUCT(
            "/product",
            List.of(
                    "dau",
                    "wau",
                    "mau",
                    "stickiness",
                    "activity_rate",
                    "feature_usage",
                    "first_week_engagement",
                    "first_week_drop_off",
                    "time_to_value",
                    "retention_cohort"),
            List.of("dau", "stickiness", "activity_rate", "feature_usage", "first_week_engagement"),
            List.of("dau", "mau", "stickiness", "feature_usage", "first_week_engagement")),
    SUPPORT(
            "/support",
            List.of(
                    "ticket_volume",
                    "first_response_time",
                    "resolution_time",
                    "resolved_tickets",
                    "resolution_rate",
                    "backlog",
                    "reopened",
                    "tickets_per_100_customers",
                    "contacts_per_problem",
                    "csat",
                    "ces",
                    "nps",
                    "promoter_share",
                    "passive_share",
                    "detractor_share",
                    "reviews",
                    "follow_up",
                    "response_rate"),
            List.of("ticket_volume", "first_response_time", "resolution_time", "backlog", "csat", "nps", "ces"),
            List.of(
                    "ticket_volume",
                    "tickets_per_100_customers",
                    "channel_preference",
                    "first_response_time",
                    "resolution_time",
                    "resolution_rate",
                    "backlog",
                    "csat",
                    "ces",
                    "nps",
                    "response_rate")),
    CUSTOMERS(
            "/customers",
            List.of(
                    "paying_customers",
                    "new_customers",
                    "retention_rate",
                    "churn_rate",
                    "mrr",
                    "revenue_churn",
                    "expansion_rate",
                    "net_revenue_retention",
                    "revenue",
                    "orders",
                    "aov",
                    "purchase_frequency",
                    "clv",
                    "clv_to_cac",
                    "health_score",
                    "health_share"),
            List.of("paying_customers", "churn_rate", "mrr", "revenue", "orders", "health_score"),
            List.of(
                    "health_score",
                    "clv",
                    "orders",
                    "revenue",
                    "aov",
                    "purchase_frequency",
                    "churn_rate",
                    "retention_rate"));

    private final String path;
    private final List<String> headlines;
    private final List<String> trends;
    private final List<String> columns;

    Board(String path, List<String> headlines, List<String> trends, List<String> columns) {
        this.path = path;
        this.headlines = headlines;
        this.trends = trends;
        this.columns = columns;
    }

    public String path() {
        return path;
    }

    List<String> headlines() {
        return headlines;
    }

    List<String> trends() {
        return trends;
    }

    List<String> columns() {
        return columns;
    }

    /** What the filter bar offers beside the slice: a goal where conversion is the point, a survey where voices are. */
    Set<String> options() {
        return switch (this) {
            case MARKETING -> Set.of(SliceOption.GOAL.key());
            case SUPPORT -> Set.of(SliceOption.SURVEY.key());
            case OVERVIEW, PRODUCT, CUSTOMERS -> Set.of();
        };
    }

    public String title(DashboardMessages words) {
        return switch (this) {
            case OVERVIEW -> words.overview();
            case MARKETING -> words.marketing();
            case PRODUCT -> words.product();
            case SUPPORT -> words.support();
            case CUSTOMERS -> words.customers();
        };
    }

    String lead(DashboardMessages words) {
        return switch (this) {
            case OVERVIEW -> words.overviewLead();
            case MARKETING -> words.marketingLead();
            case PRODUCT -> words.productLead();
            case SUPPORT -> words.supportLead();
            case CUSTOMERS -> words.customersLead();
        };
    }
}
