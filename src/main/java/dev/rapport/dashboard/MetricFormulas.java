package dev.rapport.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Each metric's formula in words. */
@MessageBundle(value = "formula", defaultKey = Message.UNDERSCORED_ELEMENT_NAME)
public interface MetricFormulas {
    @Message("page views, counted")
    String pageViews();

    @Message("visits, counted")
    String sessions();

    @Message("distinct people with a visit")
    String uniqueVisitors();

    @Message("new visitors ÷ visitors")
    String newVisitorShare();

    @Message("page views ÷ visits with a page view")
    String pagesPerSession();

    @Message("time in visits ÷ visits")
    String sessionDuration();

    @Message("the middle of all visits by length")
    String sessionDurationMedian();

    @Message("time pages were visible ÷ page views measured")
    String timeOnPage();

    @Message("sum of the deepest scrolls ÷ page views measured")
    String scrollDepth();

    @Message("visits with one page view only ÷ visits with a page view")
    String bounceRate();

    @Message("visits that ended on the page ÷ views of the page")
    String exitRate();

    @Message("people who reached the goal ÷ people")
    String conversionRate();

    @Message("people who took every step in order ÷ people who took the first")
    String journeyConversion();

    @Message("mean over the days of distinct people that day")
    String dau();

    @Message("mean over the days of distinct people in the 7 days before")
    String wau();

    @Message("mean over the days of distinct people in the 30 days before")
    String mau();

    @Message("mean daily active people ÷ monthly active people")
    String stickiness();

    @Message("active people ÷ paying customers, of the same days")
    String activityRate();

    @Message("people who used the feature ÷ active people")
    String featureUsage();

    @Message("new customers with the key event on enough of their first seven days ÷ new customers")
    String firstWeekEngagement();

    @Message("new customers of whom nothing is seen after the first day ÷ new customers")
    String firstWeekDropOff();

    @Message("people active again ÷ people of the cohort")
    String retentionCohort();

    @Message("(promoters − detractors) ÷ answers")
    String nps();

    @Message("satisfied answers ÷ answers")
    String csat();

    @Message("sum of scores ÷ answers")
    String ces();

    @Message("answers, with a score or without ÷ invitations")
    String responseRate();

    @Message("sum of ratings ÷ ratings")
    String reviews();

    @Message("ratings, counted")
    String reviewCount();

    @Message("low scores contacted or closed ÷ low scores")
    String followUp();

    @Message("tickets, counted")
    String ticketVolume();

    @Message("the middle of all waiting times, unanswered tickets included")
    String firstResponseTime();

    @Message("the middle of all waiting times, open tickets included")
    String resolutionTime();

    @Message("tickets resolved, counted")
    String resolvedTickets();

    @Message("tickets resolved by now ÷ tickets created")
    String resolutionRate();

    @Message("calls answered ÷ calls")
    String callAnswerRate();

    @Message("tickets created before the end, not resolved before the end")
    String backlog();

    @Message("tickets reopened, counted")
    String reopened();

    @Message("customers with an order and a contact who ordered again ÷ customers with an order and a contact")
    String contactRepeatRate();

    @Message(key = "tickets_per_100_customers", value = "tickets ÷ customers × 100")
    String ticketsPer100Customers();

    @Message("tickets by the channel ÷ tickets by any channel")
    String channelPreference();

    @Message("lines − discounts − what is given back, without tax and shipping; in one currency")
    String revenue();

    @Message("orders of more than nothing, counted; also those given back later")
    String orders();

    @Message("revenue ÷ orders")
    String aov();

    @Message("orders ÷ people who ordered")
    String purchaseFrequency();

    @Message(
            "average order value × orders per year × years of customer life, over the same people: (money ÷ orders) × (orders ÷ years) × (years ÷ customers)")
    String clv();

    @Message("customer lifetime value ÷ customer acquisition cost")
    String clvToCac();

    @Message(
            "sum of the customers' scores ÷ customers; a score is the sum of weight × points ÷ the sum of the weights of the parts that are known: lately active, often active, features used, last survey answer, open tickets, payment")
    String healthScore();

    @Message(
            "customers at the end of the period in the band ÷ customers at its end; at risk below 40, watch from 40, healthy from 70")
    String healthShare();

    @Message("customers who pay, at the end of the period")
    String payingCustomers();

    @Message("customers at the end, not at the start")
    String newCustomers();

    @Message("(customers at the end − new ones) ÷ customers at the start")
    String retentionRate();

    @Message("(customers at the end − at the start) ÷ customers at the start")
    String netGrowth();

    @Message("customers lost ÷ customers at the start")
    String churnRate();

    @Message("price × quantity − lasting discounts of running subscriptions, a month: yearly ÷ 12, weekly × 52 ÷ 12")
    String mrr();

    @Message("recurring revenue lost ÷ recurring revenue at the start")
    String revenueChurn();

    @Message("Sum of spend over the days of all campaigns")
    String spend();

    @Message("Spend ÷ new customers")
    String cac();

    @Message("Spend ÷ customers acquired by campaigns")
    String campaignCac();

    @Message("Clicks ÷ impressions × 100; for e-mail clicks ÷ delivered × 100")
    String ctr();

    @Message("Sum of those orders, on the day of the order, less what is given back of them, on its day")
    String attributedRevenue();

    @Message("(Attributed revenue − spend) ÷ spend × 100")
    String roi();

    @Message(
            "Number of people whose first subscription or order ever falls in the period, by the campaign of their last visit that had one")
    String acquiredCustomers();

    @Message(
            "Rate of the variant − rate of the first variant; clicks ÷ impressions (for e-mail delivered), or conversions ÷ clicks")
    String variantLift();

    @Message("Two-sided two-proportion z test: z = (p₂ − p₁) ÷ √(p (1 − p) (1/n₁ + 1/n₂))")
    String variantPValue();

    @Message("(Likes + shares + comments + saves + mentions) ÷ impressions × 100; or ÷ followers × 100")
    String socialEngagementRate();

    @Message("Number of shares of the posts that appeared in the slice")
    String shares();

    @Message("Last known level of each account, added up")
    String followers();

    @Message("Number of mentions in the slice")
    String mentions();

    @Message("(Positive − negative) ÷ (positive + neutral + negative) × 100")
    String netSentiment();

    @Message("Frustrated ÷ labelled frustrated or not × 100")
    String frustratedShare();

    @Message("Technical ÷ (technical + account-specific) × 100")
    String technicalShare();

    @Message("Answered by an article ÷ labelled so or not × 100")
    String articleHelpsShare();

    @Message("Needs a reply ÷ labelled so or not × 100")
    String needsReplyShare();
}
