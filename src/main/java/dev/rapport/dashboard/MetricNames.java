package dev.rapport.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What metrics are called; the key of a message is the key of the metric. */
@MessageBundle(value = "metric", defaultKey = Message.UNDERSCORED_ELEMENT_NAME)
public interface MetricNames {
    @Message("Page views")
    String pageViews();

    @Message("Sessions")
    String sessions();

    @Message("Unique visitors")
    String uniqueVisitors();

    @Message("New visitor share")
    String newVisitorShare();

    @Message("Pages per session")
    String pagesPerSession();

    @Message("Session duration")
    String sessionDuration();

    @Message("Median session duration")
    String sessionDurationMedian();

    @Message("Time on page")
    String timeOnPage();

    @Message("Scroll depth")
    String scrollDepth();

    @Message("Bounce rate")
    String bounceRate();

    @Message("Exit rate")
    String exitRate();

    @Message("Conversion rate")
    String conversionRate();

    @Message("Journey conversion")
    String journeyConversion();

    @Message("Daily active people")
    String dau();

    @Message("Weekly active people")
    String wau();

    @Message("Monthly active people")
    String mau();

    @Message("Stickiness")
    String stickiness();

    @Message("Activity rate")
    String activityRate();

    @Message("Feature usage")
    String featureUsage();

    @Message("First-week engagement")
    String firstWeekEngagement();

    @Message("First-week drop-off")
    String firstWeekDropOff();

    @Message("Cohort retention")
    String retentionCohort();

    @Message("Net promoter score")
    String nps();

    @Message("Customer satisfaction")
    String csat();

    @Message("Customer effort")
    String ces();

    @Message("Response rate")
    String responseRate();

    @Message("Rating")
    String reviews();

    @Message("Ratings")
    String reviewCount();

    @Message("Low scores followed up")
    String followUp();

    @Message("Ticket volume")
    String ticketVolume();

    @Message("Time to first reply")
    String firstResponseTime();

    @Message("Time to resolution")
    String resolutionTime();

    @Message("Resolved tickets")
    String resolvedTickets();

    @Message("Resolution rate")
    String resolutionRate();

    @Message("Call answer rate")
    String callAnswerRate();

    @Message("Open tickets")
    String backlog();

    @Message("Reopened tickets")
    String reopened();

    @Message("Repeat orders after a contact")
    String contactRepeatRate();

    @Message(key = "tickets_per_100_customers", value = "Tickets per 100 customers")
    String ticketsPer100Customers();

    @Message("Channel preference")
    String channelPreference();

    @Message("Revenue")
    String revenue();

    @Message("Orders")
    String orders();

    @Message("Average order value")
    String aov();

    @Message("Purchase frequency")
    String purchaseFrequency();

    @Message("Customer lifetime value")
    String clv();

    @Message("Lifetime value to acquisition cost")
    String clvToCac();

    @Message("Health score")
    String healthScore();

    @Message("Customers at risk, by health")
    String healthShare();

    @Message("Customers")
    String payingCustomers();

    @Message("New customers")
    String newCustomers();

    @Message("Retention rate")
    String retentionRate();

    @Message("Net growth")
    String netGrowth();

    @Message("Churn rate")
    String churnRate();

    @Message("Monthly recurring revenue")
    String mrr();

    @Message("Revenue churn")
    String revenueChurn();

    @Message("Spend")
    String spend();

    @Message("Customer acquisition cost")
    String cac();

    @Message("Campaign CAC")
    String campaignCac();

    @Message("Click-through rate")
    String ctr();

    @Message("Attributed revenue")
    String attributedRevenue();

    @Message("Return on investment")
    String roi();

    @Message("Acquired customers")
    String acquiredCustomers();

    @Message("Variant lift")
    String variantLift();

    @Message("Variant p-value")
    String variantPValue();

    @Message("Social engagement rate")
    String socialEngagementRate();

    @Message("Shares")
    String shares();

    @Message("Followers")
    String followers();

    @Message("Mentions")
    String mentions();

    @Message("Net sentiment")
    String netSentiment();

    @Message("Frustrated share")
    String frustratedShare();

    @Message("Technical share")
    String technicalShare();

    @Message("An article would help")
    String articleHelpsShare();

    @Message("Needs a reply")
    String needsReplyShare();
}
