package dev.rapport.dashboard;

import dev.rapport.behaviour.CohortReader;
import dev.rapport.behaviour.SignUps;
import dev.rapport.db.QueryFailedException;
import dev.rapport.db.QueryPool;
import dev.rapport.journey.JourneyReader;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.StockMetric;
import dev.rapport.revenue.CustomerRule;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of facts behind a figure: as many, and of such values, that the figure can be counted again from them. */
@ApplicationScoped
public class FactRows {
    private static final int TRAILING_WEEK = 6;
    private static final int TRAILING_MONTH = 29;

    private final QueryPool desk;

    FactRows(QueryPool desk) {
        this.desk = desk;
    }

    /** The newest rows and how many there are in all; empty for a metric that has no rows to show. */
    public Optional<RowPage> page(String metricKey, Slice slice, int limit) {
        try (QueryPool.Turn turn = desk.forQuestion()) {
            Connection connection = turn.connection();
            Optional<RowQuery> query = query(connection, metricKey, slice);
            if (query.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(page(connection, query.get(), slice, new Piece(limit, 0)));
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

    /** So many rows after the first so many. */
    record Piece(int limit, int left) {}

    static RowPage page(Connection connection, RowQuery query, Slice slice, Piece piece) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        RowReader reader = new RowReader(connection, query, slice.zone());
        reader.read(piece.limit, piece.left, row -> rows.add(row.shown()));
        return new RowPage(query.columns(), rows, reader.count());
    }

    /** Which select answers the metric's rows. */
    static Optional<RowQuery> query(Connection connection, String metricKey, Slice slice) throws SQLException {
        return switch (metricKey) {
            case "page_views" ->
                Optional.of(
                        slice.option(SliceOption.PAGE_PATH).isPresent()
                                ? PageRows.views(slice)
                                : VisitRows.sessions(slice, false));
            case "sessions", "session_duration", "session_duration_median" ->
                Optional.of(VisitRows.sessions(slice, false));
            case "pages_per_session", "bounce_rate" -> Optional.of(VisitRows.sessions(slice, true));
            case "time_on_page" -> Optional.of(PageRows.measured(slice, "visible_ms"));
            case "scroll_depth" -> Optional.of(PageRows.measured(slice, "scroll_percent"));
            case "exit_rate" -> Optional.of(PageRows.views(slice));
            case "activity_rate" ->
                Optional.of(VisitRows.peopleOfDays(
                        slice, slice.option(SliceOption.ACTIVE).isPresent() ? TRAILING_MONTH : 0));
            case "feature_usage" -> Optional.of(ProductRows.users(slice));
            case "first_week_engagement", "first_week_drop_off" ->
                Optional.of(ProductRows.firstWeeks(slice, SignUps.of(connection)));
            case "unique_visitors", "new_visitor_share" -> Optional.of(VisitRows.people(slice));
            case "dau" -> Optional.of(VisitRows.peopleOfDays(slice, 0));
            case "wau" -> Optional.of(VisitRows.peopleOfDays(slice, TRAILING_WEEK));
            case "mau", "stickiness" -> Optional.of(VisitRows.peopleOfDays(slice, TRAILING_MONTH));
            case "retention_cohort" -> Optional.of(CohortRows.begun(slice, CohortReader.isByOrders(connection, slice)));
            case "journey_conversion" -> Optional.of(JourneyRows.people(JourneyReader.everybody(connection, slice)));
            case "conversion_rate" -> VisitRows.conversions(slice, goal(connection, slice));
            case "nps", "csat", "ces" ->
                Optional.of(VoiceRows.answers(slice.withOption(SliceOption.SCORE, Optional.empty()), metricKey));
            case "reviews" ->
                Optional.of(VoiceRows.answers(slice.withOption(SliceOption.SCORE, Optional.empty()), "rating"));
            case "review_count" -> Optional.of(VoiceRows.answers(slice, "rating"));
            case "contact_repeat_rate" -> Optional.of(SupportRows.repeats(slice));
            case "follow_up" -> Optional.of(VoiceRows.followUps(slice, FollowUpFilter.ALL));
            case "response_rate" -> Optional.of(VoiceRows.responses(slice));
            case "ticket_volume",
                    "first_response_time",
                    "resolution_time",
                    "resolution_rate",
                    "tickets_per_100_customers",
                    "channel_preference" -> Optional.of(SupportRows.tickets(slice, "created_at"));
            case "backlog" -> Optional.of(SupportRows.open(slice, LocalDate.now(slice.zone())));
            case "resolved_tickets" -> Optional.of(SupportRows.resolved(slice));
            case "reopened" -> Optional.of(SupportRows.reopened(slice));
            case "revenue", "aov" -> Optional.of(RevenueRows.moved(slice));
            case "orders", "purchase_frequency" -> Optional.of(RevenueRows.orders(slice));
            case "paying_customers",
                    "new_customers",
                    "retention_rate",
                    "net_growth",
                    "churn_rate",
                    "mrr",
                    "revenue_churn" -> Optional.of(customers(connection, metricKey, slice));
            case "spend", "ctr", "variant_lift", "variant_p_value" -> Optional.of(CampaignRows.figures(slice));
            case "attributed_revenue" -> Optional.of(CampaignRows.orders(slice));
            case "acquired_customers" -> Optional.of(CampaignRows.customers(slice));
            case "roi" -> Optional.of(CampaignRows.returns(slice));
            case "cac" -> Optional.of(CampaignRows.costs(slice, customers(connection, "new_customers", slice)));
            case "campaign_cac" -> Optional.of(CampaignRows.acquisitions(slice));
            case "followers" -> Optional.of(CampaignRows.levels(slice));
            case "social_engagement_rate" -> Optional.of(SocialRows.engagement(slice));
            case "shares" -> Optional.of(SocialRows.posts(slice));
            case "mentions" -> Optional.of(SocialRows.mentions(slice, ""));
            case "net_sentiment" -> Optional.of(SocialRows.mentions(slice, "sentiment"));
            case "frustrated_share" -> Optional.of(SocialRows.mentions(slice, "frustrated"));
            case "technical_share" -> Optional.of(SocialRows.mentions(slice, "technical"));
            case "article_helps_share" -> Optional.of(SocialRows.mentions(slice, "article_helps"));
            case "needs_reply_share" -> Optional.of(SocialRows.mentions(slice, "needs_reply"));
            case "health_score", "health_share" -> Optional.of(LoyaltyRows.health(connection, slice));
            case "clv" -> Optional.of(LoyaltyRows.worth(connection, slice));
            case "clv_to_cac" -> Optional.of(valueToCost(connection, slice));
            default -> Optional.empty();
        };
    }

    /** What was spent knows no segments: it is that of everybody. */
    private static RowQuery valueToCost(Connection connection, Slice slice) throws SQLException {
        Slice everybody = slice.withSegments(SegmentFilter.EVERYBODY);
        return LoyaltyRows.valueToCost(
                LoyaltyRows.worth(connection, slice),
                CampaignRows.costs(everybody, customers(connection, "new_customers", everybody)));
    }

    private static RowQuery customers(Connection connection, String metricKey, Slice slice) throws SQLException {
        StockMetric metric = (StockMetric) Catalogue.find(metricKey).orElseThrow();
        CustomerRule rule = CustomerRule.of(connection, metric.isOfRecurringRevenue());
        return rule.bySubscription()
                ? CustomerRows.subscribers(slice)
                : CustomerRows.buyers(slice, rule.churnWindowDays());
    }

    /** The goal that was named, else the default one of the settings. */
    private static Optional<Integer> goal(Connection connection, Slice slice) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select goal.id from goal, settings
                where case when ? = '' then goal.id = settings.default_goal_id else goal.key = ? end
                """)) {
            String named = slice.option(SliceOption.GOAL).orElse("");
            statement.setString(1, named);
            statement.setString(2, named);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getInt(1)) : Optional.empty();
            }
        }
    }
}
