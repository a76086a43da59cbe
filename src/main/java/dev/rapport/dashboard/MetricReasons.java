package dev.rapport.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why one looks at a metric. */
@MessageBundle(value = "why", defaultKey = Message.UNDERSCORED_ELEMENT_NAME)
public interface MetricReasons {
    @Message("The plainest sign of reach: how much of the site is being looked at.")
    String pageViews();

    @Message("How often people come, whatever they then do.")
    String sessions();

    @Message("How many people are reached at all.")
    String uniqueVisitors();

    @Message("Tells growth by new faces from growth by people who return.")
    String newVisitorShare();

    @Message("Whether visitors go on reading after the first page.")
    String pagesPerSession();

    @Message("How long attention lasts.")
    String sessionDuration();

    @Message("What a typical visit looks like, without the few very long ones.")
    String sessionDurationMedian();

    @Message("Whether pages are read or only opened.")
    String timeOnPage();

    @Message("Where readers stop, and whether they ever see what stands below.")
    String scrollDepth();

    @Message("Whether the first page keeps what the link promised.")
    String bounceRate();

    @Message("Which pages send visitors away before they did what they came for.")
    String exitRate();

    @Message("What the visits are for.")
    String conversionRate();

    @Message("Where customers are lost between the first visit and the second purchase.")
    String journeyConversion();

    @Message("The pulse of use.")
    String dau();

    @Message("Use without the ripple of the weekday.")
    String wau();

    @Message("The size of the audience that is really there.")
    String mau();

    @Message("Habit: 13% is about one day a week.")
    String stickiness();

    @Message("Who pays and does not come will not pay for long.")
    String activityRate();

    @Message("What the work on a feature was worth, and what new customers should be shown.")
    String featureUsage();

    @Message("The first week decides who stays; it can be mended while it lasts.")
    String firstWeekEngagement();

    @Message("How many never got as far as to judge the product.")
    String firstWeekDropOff();

    @Message("Whether what is won is kept.")
    String retentionCohort();

    @Message("Would customers recommend us?")
    String nps();

    @Message("Whether a contact or purchase went well, right after it.")
    String csat();

    @Message("Effort drives people away more surely than delight keeps them.")
    String ces();

    @Message("How far the voices heard speak for everybody.")
    String responseRate();

    @Message("What other buyers see first.")
    String reviews();

    @Message("On how many voices the rating rests, and whether they agree.")
    String reviewCount();

    @Message("A complaint that is answered keeps a customer; one that is not tells others.")
    String followUp();

    @Message("How much support is needed, and where.")
    String ticketVolume();

    @Message("How long customers hear nothing.")
    String firstResponseTime();

    @Message("How long customers wait for an answer that settles it.")
    String resolutionTime();

    @Message("What the team gets done.")
    String resolvedTickets();

    @Message("Whether what comes in is brought to an end.")
    String resolutionRate();

    @Message("Who is not reached calls again, or buys elsewhere.")
    String callAnswerRate();

    @Message("How many customers are waiting.")
    String backlog();

    @Message("Whether resolved means resolved.")
    String reopened();

    @Message("Whether support wins customers back or loses them.")
    String contactRepeatRate();

    @Message(key = "tickets_per_100_customers", value = "Whether support needs grow faster than the customers do.")
    String ticketsPer100Customers();

    @Message("Where customers want to be helped, so that people are there.")
    String channelPreference();

    @Message("What engagement earns.")
    String revenue();

    @Message("How often people buy.")
    String orders();

    @Message("How much a purchase is worth.")
    String aov();

    @Message("Whether buyers come back.")
    String purchaseFrequency();

    @Message("Says what may be spent on winning or keeping a customer.")
    String clv();

    @Message("Says whether what is spent on winning customers comes back: 3 to 5 times is called healthy.")
    String clvToCac();

    @Message("Shows whom to look after before they leave.")
    String healthScore();

    @Message("A mean hides those who are about to leave; a share counts them.")
    String healthShare();

    @Message("The base on which everything else rests.")
    String payingCustomers();

    @Message("What growth brings.")
    String newCustomers();

    @Message("Keeping costs less than winning.")
    String retentionRate();

    @Message("The sum of winning and losing.")
    String netGrowth();

    @Message("How fast the base leaks.")
    String churnRate();

    @Message("Revenue one can count on.")
    String mrr();

    @Message("Losing one large customer is not the same as losing one small.")
    String revenueChurn();

    @Message(
            "Money that is not watched is spent by habit. Beside what it brought it shows where the next euro belongs.")
    String spend();

    @Message("It must stay well below what a customer is worth: three to five times is usual.")
    String cac();

    @Message("Compares campaigns with each other, which cost per new customer of everybody cannot.")
    String campaignCac();

    @Message("Says whether message and audience fit, before any of it has reached your site.")
    String ctr();

    @Message("What came back of what was spent.")
    String attributedRevenue();

    @Message("The one figure in which campaigns and channels of any size can be compared.")
    String roi();

    @Message("Which campaigns win customers, and not only clicks.")
    String acquiredCustomers();

    @Message("Tells which subject line or picture to keep.")
    String variantLift();

    @Message("Keeps chance from being taken for a better message.")
    String variantPValue();

    @Message("Reach without reaction is noise.")
    String socialEngagementRate();

    @Message("People lend you their own name.")
    String shares();

    @Message("The audience that a post can count on.")
    String followers();

    @Message("Talk that nobody paid for, good or bad.")
    String mentions();

    @Message("One figure for the tone of the talk, which can be held against others and against last month.")
    String netSentiment();

    @Message("Frustration comes before leaving.")
    String frustratedShare();

    @Message("Technical questions can be answered in public and once for all; account matters need a private reply.")
    String technicalShare();

    @Message("Each of them is an article to write, or to make easier to find.")
    String articleHelpsShare();

    @Message("Silence is an answer, too.")
    String needsReplyShare();
}
