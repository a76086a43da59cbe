package dev.rapport.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What each metric counts, in one or two sentences. */
@MessageBundle(value = "meaning", defaultKey = Message.UNDERSCORED_ELEMENT_NAME)
public interface MetricMeanings {
    @Message(
            "Pages looked at; each counts for the day and channel in which its visit began. A page is its path in one spelling: encoded letters, slashes side by side and, unless the settings say so, a slash at the end make no other page.")
    String pageViews();

    @Message(
            "Visits: a person's activity with no pause of more than 30 minutes. A visit belongs to the period and channel in which it starts. Other hosts of the site itself and payment pages send nobody.")
    String sessions();

    @Message(
            "Distinct people with at least one visit in the slice, counted exactly; each once, however often they came.")
    String uniqueVisitors();

    @Message("Of the visitors in the slice, the share whose first visit ever lies in the same period.")
    String newVisitorShare();

    @Message("Page views per visit that has a page view.")
    String pagesPerSession();

    @Message("Mean time from the first to the last activity in a visit.")
    String sessionDuration();

    @Message("The visit in the middle: half last longer, half shorter.")
    String sessionDurationMedian();

    @Message("How long a page is in front of the visitor, on average.")
    String timeOnPage();

    @Message("How far down a page is read: the deepest scroll of a page view, on average.")
    String scrollDepth();

    @Message("Visits with exactly one page view and no other interaction, of all visits with a page view.")
    String bounceRate();

    @Message("How often a page is the last one of a visit.")
    String exitRate();

    @Message("People who reached the goal, of the people in the slice. Visits instead of people by choice.")
    String conversionRate();

    @Message("How many of those who take the first step of the journey take all of them, in order.")
    String journeyConversion();

    @Message("Distinct people active on a day; over a longer period the mean over its days.")
    String dau();

    @Message("Distinct people active within seven days up to each day, averaged over the days of the period.")
    String wau();

    @Message("Distinct people active within thirty days up to each day, averaged over the days of the period.")
    String mau();

    @Message(
            "Mean daily active people as a share of monthly active people: on how many days of the month an active person comes.")
    String stickiness();

    @Message("How many people are active, held against the customers who pay.")
    String activityRate();

    @Message("How many of the active people use a feature.")
    String featureUsage();

    @Message("How many new customers use the product on at least two days of their first week.")
    String firstWeekEngagement();

    @Message("How many new customers are never seen again in their first week after the day they signed up.")
    String firstWeekDropOff();

    @Message(
            "People by the week or month of their first activity ever, and the share of them that is active again later. The single figure is the next week or month.")
    String retentionCohort();

    @Message(
            "Share of promoters (9 and 10) minus share of detractors (0 to 6) among the answers. Not answered and “don't know” do not count.")
    String nps();

    @Message("Answers of 4 or 5 out of 5 (or “good”), of all answers.")
    String csat();

    @Message("Mean of the effort scale. 1 is very easy unless the survey says otherwise, so lower is better.")
    String ces();

    @Message("Answers of all invitations in the slice.")
    String responseRate();

    @Message(
            "Mean of the ratings that customers gave, on the scale of their survey. What they wrote is under Comments.")
    String reviews();

    @Message("How many ratings customers gave; by score, how they spread.")
    String reviewCount();

    @Message(
            "Of the low scores given in the slice (detractors, 1 or 2 of 5, much effort), the share whose customer has been contacted or whose case is closed.")
    String followUp();

    @Message("Tickets created in the slice.")
    String ticketVolume();

    @Message(
            "Time from a ticket's creation to the first reply of a person: the median. A ticket without a reply counts as still waiting, one resolved without a reply as having waited until then. What a bot says is no reply. A reply before the ticket, or dated without a time of day, is unknown: that ticket is left out.")
    String firstResponseTime();

    @Message(
            "Time from a ticket's creation to its resolution: the median. A ticket that is still open, or open again, counts as still waiting. An end before the start, or dated without a time of day, gives no duration: that ticket is left out.")
    String resolutionTime();

    @Message(
            "Tickets resolved, on the day they were resolved: those whose newest state says so or, where no state is given, that have an end. Those resolved on a day that is not known are counted beside.")
    String resolvedTickets();

    @Message(
            "Of the tickets created in the slice, the share that is resolved by now. A ticket is resolved while its newest state says so or, where no state is given, when it has an end; one that is open again counts as not resolved. Merged, spam and deleted ones are no tickets.")
    String resolutionRate();

    @Message(
            "Of the calls that started in the slice, the share that somebody answered, from 0 to 1. A call without a time of answer was missed.")
    String callAnswerRate();

    @Message(
            "Tickets that are open at the end of the period, whenever they were created; a reopened one is open whatever end it still carries, a resolved one is not, though its date may be unknown.")
    String backlog();

    @Message("Tickets that were opened again at least once, on the day they were created.")
    String reopened();

    @Message(
            "Of the customers who wrote to support within 14 days of an order, the share who ordered again after they wrote, up to 90 days after the order. Against those who did not write, only orders after the 14 days count, for both.")
    String contactRepeatRate();

    @Message(
            key = "tickets_per_100_customers",
            value =
                    "Tickets created in the slice for each hundred customers of its segments at the end of the period, whatever the channel they came by.")
    String ticketsPer100Customers();

    @Message(
            "Of the tickets of a segment, the share that came by the channel. By channel and segment, each segment adds up to 100%.")
    String channelPreference();

    @Message(
            "What customers pay for goods: orders without cancelled and failed ones, less what is given back, on the day on which it is given back, in the channel of the order. Without tax and shipping, unless the settings say so. Amounts in other currencies are converted by the rate of their day, or kept out.")
    String revenue();

    @Message(
            "Orders that were not cancelled and did not fail, of more than nothing. A refund is none, and takes none away.")
    String orders();

    @Message("Revenue per order; what is given back lowers it.")
    String aov();

    @Message("Orders per person who ordered, in the slice.")
    String purchaseFrequency();

    @Message(
            "What a customer has brought in so far: of the people who were customers in the period, over their whole life up to its end.")
    String clv();

    @Message("How many times over a customer has brought in what it costs to win one.")
    String clvToCac();

    @Message(
            "How well the customers at the end of the period are, from 0 to 100, from weighted parts that everybody can see.")
    String healthScore();

    @Message("Which share of the customers at the end of the period is at risk, to be watched, or healthy.")
    String healthShare();

    @Message(
            "Customers at the end of the period: with a running subscription that pays more than nothing (no trial, no free plan), or with an order within the churn window that was not given back whole.")
    String payingCustomers();

    @Message("Customers at the end of the period who were none at its start.")
    String newCustomers();

    @Message(
            "Of the customers at the start, the share that still are at the end. One source prints net growth under this name; that is a figure of its own here.")
    String retentionRate();

    @Message("How much the number of customers grew.")
    String netGrowth();

    @Message("Customers lost in the period, of the customers at its start.")
    String churnRate();

    @Message("What the running subscriptions pay a month, at the end of the period; trials and free plans pay nothing.")
    String mrr();

    @Message(
            "Recurring revenue lost in the period, of that at its start; what others pay more does not make up for it.")
    String revenueChurn();

    @Message("What campaigns cost.")
    String spend();

    @Message("What a new customer cost, however they came.")
    String cac();

    @Message("What a customer cost whom a campaign brought.")
    String campaignCac();

    @Message("How many of those who saw it clicked.")
    String ctr();

    @Message(
            "Revenue of the orders that a campaign brought: the campaign that the order names, else that of the last visit with a campaign, at most 30 days before. Campaigns are one when their letters are, whatever their case.")
    String attributedRevenue();

    @Message("What campaigns brought beyond what they cost, of what they cost.")
    String roi();

    @Message("People who became a customer in the period, and came by a campaign at most 30 days before.")
    String acquiredCustomers();

    @Message(
            "How much better one variant of a campaign does than the first: the difference of their rates in percentage points.")
    String variantLift();

    @Message("How probable a difference this large, or larger, would be if both variants were equally good.")
    String variantPValue();

    @Message("How often people react, of how often they see it.")
    String socialEngagementRate();

    @Message("How often posts were shared.")
    String shares();

    @Message("How many followed at the end of the period.")
    String followers();

    @Message("How often people wrote about you.")
    String mentions();

    @Message("Positive less negative mentions, of all that have been labelled.")
    String netSentiment();

    @Message("Mentions written in frustration, of those of which it is known.")
    String frustratedShare();

    @Message("Mentions that are about technical matters rather than about somebody's account.")
    String technicalShare();

    @Message("Mentions that a help article would answer.")
    String articleHelpsShare();

    @Message("Mentions that need a reply or would gain from one.")
    String needsReplyShare();
}
