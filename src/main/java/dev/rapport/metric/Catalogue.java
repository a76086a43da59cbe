package dev.rapport.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists every metric there is, once, in the order in which the catalogue shows them. */
public final class Catalogue {
    private static final Map<String, Metric> METRICS = Stream.<Metric>of(
                    new PageViews(),
                    new Sessions(),
                    new UniqueVisitors(),
                    new NewVisitorShare(),
                    new PagesPerSession(),
                    new SessionDuration(),
                    new MedianSessionDuration(),
                    new TimeOnPage(),
                    new ScrollDepth(),
                    new BounceRate(),
                    new ExitRate(),
                    new LinkClickRate(),
                    new ConversionRate(),
                    new Spend(),
                    new AcquisitionCost(),
                    new ClickThroughRate(),
                    new OpenCount(),
                    new OpenRate(),
                    new AttributedRevenue(),
                    new ReturnOnInvestment(),
                    new AcquiredCustomers(),
                    new CampaignAcquisitionCost(),
                    new VariantLift(),
                    new VariantProbability(),
                    new SocialEngagementRate(),
                    new PostReactions("likes", Measure.LIKES, "N18"),
                    new PostReactions("shares", Measure.SHARES, "N18", "Q10"),
                    new PostReactions("post_comments", Measure.COMMENTS, "N18"),
                    new PostReactions("saves", Measure.SAVES, "N18"),
                    new PostReactions("post_clicks", Measure.POST_CLICKS, "N18", "V8"),
                    new Followers(),
                    new MentionCount(),
                    new NetSentiment(),
                    new MentionShare(
                            "frustrated_share",
                            Definition.Better.DOWN,
                            Measure.FRUSTRATED,
                            Measure.FRUSTRATION_LABELLED),
                    new MentionShare(
                            "technical_share",
                            Definition.Better.NEITHER,
                            Measure.TECHNICAL,
                            Measure.TECHNICAL_LABELLED),
                    new MentionShare(
                            "article_helps_share",
                            Definition.Better.NEITHER,
                            Measure.ARTICLE_HELPS,
                            Measure.ARTICLE_LABELLED),
                    new MentionShare(
                            "needs_reply_share",
                            Definition.Better.NEITHER,
                            Measure.NEEDS_REPLY,
                            Measure.REPLY_LABELLED),
                    new JourneyConversion(),
                    new DailyActive(),
                    new WeeklyActive(),
                    new MonthlyActive(),
                    new Stickiness(),
                    new ActivityRate(),
                    new FeatureUsage(),
                    new FirstWeekEngagement(),
                    new FirstWeekDropOff(),
                    new TimeToValue(),
                    new RetentionCohort(),
                    new NetPromoterScore(),
                    new NetPromoterShare("promoter_share", Definition.Better.UP, Measure.NPS_PROMOTERS),
                    new NetPromoterShare("passive_share", Definition.Better.NEITHER, Measure.NPS_PASSIVES),
                    new NetPromoterShare("detractor_share", Definition.Better.DOWN, Measure.NPS_DETRACTORS),
                    new AnswerCount("nps_answers", "nps", "N18", "X5"),
                    new CustomerSatisfaction(),
                    new AnswerCount("csat_answers", "csat", "N18", "X5"),
                    new CustomerEffort(),
                    new AnswerCount("ces_answers", "ces", "N18", "X5"),
                    new ResponseRate(),
                    new Reviews(),
                    new AnswerCount("review_count", "rating", "E10"),
                    new CommentCount(),
                    new FollowUpRate(),
                    new TicketVolume(),
                    new AnsweredTickets(),
                    new FirstResponseTime(),
                    new ResolutionTime(),
                    new ResolvedTickets(),
                    new ResolutionRate(),
                    new Backlog(),
                    new ReopenedTickets(),
                    new ContactRepeatRate(),
                    new ContactsPerProblem(),
                    new TicketsPerCustomers(),
                    new ChannelPreference(),
                    new Revenue(),
                    new OrderCount(),
                    new AverageOrderValue(),
                    new PurchaseFrequency(),
                    new CustomerLifetimeValue(),
                    new ValueToCost(),
                    new HealthScore(),
                    new HealthShare(),
                    new PayingCustomers(),
                    new NewCustomers(),
                    new RetentionRate(),
                    new NetGrowth(),
                    new ChurnRate(),
                    new MonthlyRecurringRevenue(),
                    new RevenueChurn(),
                    new RevenueExpansion(),
                    new RevenueContraction(),
                    new NetRevenueRetention(),
                    new CallAnswerRate())
            .collect(Collectors.toMap(Metric::key, Function.identity(), (one, other) -> one, LinkedHashMap::new));

    private Catalogue() {}

    public static Optional<Metric> find(String key) {
        return Optional.ofNullable(METRICS.get(key));
    }

    public static List<Metric> all() {
        return List.copyOf(METRICS.values());
    }

    public static List<Metric> of(Definition.Topic topic) {
        return METRICS.values().stream()
                .filter(metric -> metric.definition().topic() == topic)
                .toList();
    }
}
