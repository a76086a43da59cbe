package dev.rapport.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** How a metric is commonly misread: vanity, missing context, ignored segments, the short view. */
@MessageBundle(value = "misreading", defaultKey = Message.UNDERSCORED_ELEMENT_NAME)
public interface MetricMisreadings {
    @Message("A vanity figure by itself: a confusing site has many page views too. Read it beside conversion.")
    String pageViews();

    @Message("More visits are not more people. A campaign can double visits and bring nobody who stays.")
    String sessions();

    @Message(
            "It does not add up: the visitors of two days, channels or segments share people, so the total is smaller than the sum.")
    String uniqueVisitors();

    @Message(
            "Neither direction is good by itself. Much new and little return is a leaking bucket; clearing cookies makes old faces look new.")
    String newVisitorShare();

    @Message("More is not always better: people who cannot find something click a lot.")
    String pagesPerSession();

    @Message(
            "A visit with a single hit has no measurable length and counts as 0 by default. A mean is also pulled up by a few very long visits; look at the median too.")
    String sessionDuration();

    @Message("With many single-hit visits the median can be 0 although readers stay long.")
    String sessionDurationMedian();

    @Message(
            "Long is not always good: a page that is hard to understand takes long as well. Compare pages of one kind.")
    String timeOnPage();

    @Message(
            "A short page is seen to its end at once, without anybody having read it. Look at the time on the page beside it.")
    String scrollDepth();

    @Message(
            "A page that answers at once has many bounces and does its job. Compare like with like: by channel, not overall.")
    String bounceRate();

    @Message(
            "Every visit ends somewhere: a thank-you page should have a high rate, a page of the checkout a low one. It is no bounce rate.")
    String exitRate();

    @Message(
            "A rate rises when fewer of the wrong people come. Look at the number of conversions beside it, and at segments: a flat total can hide one that falls.")
    String conversionRate();

    @Message(
            "The last days of a period still have time: whoever entered lately can go on for as long as the window of the settings is. Look at the steps, not only at the end.")
    String journeyConversion();

    @Message("Weekdays and weekends differ: compare whole weeks.")
    String dau();

    @Message("It reacts slowly: a bad day is only a seventh of it.")
    String wau();

    @Message("One visit in thirty days is enough to count. Stickiness tells how often they come.")
    String mau();

    @Message("Products that are needed once a month cannot be sticky. It also rises when occasional users leave.")
    String stickiness();

    @Message(
            "Visitors who pay nothing count as active, too: on a public site the rate can be above 100 %. Ask by segment for paying plans.")
    String activityRate();

    @Message(
            "A feature that few need is not a bad one. Compare it with those for whom it was made, and with its own past.")
    String featureUsage();

    @Message(
            "Number of days and key event are the settings’ choice: a rate by another rule is another rate. Customers whose week is not over are left out.")
    String firstWeekEngagement();

    @Message("It is not 100 % less the engagement: who came back without the key event is in neither.")
    String firstWeekDropOff();

    @Message("The newest cohorts are unfinished, and small ones swing widely.")
    String retentionCohort();

    @Message(
            "A score without its number of answers says little: with 100 answers it is uncertain by some 15 points. Scores of different scales or countries do not compare.")
    String nps();

    @Message(
            "Only those who answer are counted, often the very happy and the very angry. Look at the response rate beside it.")
    String csat();

    @Message("Scales of 5 and 7 points never mix: choose one survey where there are both.")
    String ces();

    @Message("Answers to older invitations fall into the period too, so in a short one the rate can be odd.")
    String responseRate();

    @Message("The same mean can come from all fours, or from fives and ones: look at how the scores spread.")
    String reviews();

    @Message("Who had trouble rates more readily, and who is asked at a good moment rates better.")
    String reviewCount();

    @Message(
            "Contacted is not solved: look at the outcomes, and at what the customers did after. The newest scores have had least time.")
    String followUp();

    @Message(
            "More customers write more tickets. Look at the channel and issue behind a rise before calling it a problem.")
    String ticketVolume();

    @Message(
            "An average of the answered tickets alone looks best when the hard ones get no answer. And a quick first reply is not yet a solution.")
    String firstResponseTime();

    @Message("Averages of closed tickets look better the more hard ones stay open. That is why open ones are in here.")
    String resolutionTime();

    @Message("Against volume it tells whether the pile grows; by itself it rewards easy tickets.")
    String resolvedTickets();

    @Message(
            "The newest tickets have had least time: compare periods that are long enough over. Tickets resolved divided by tickets created in the same days is another figure, and can pass 100%.")
    String resolutionRate();

    @Message(
            "A call that is answered may have waited long, and says nothing of whether it helped. Whoever gives up at once counts as much as who waits in vain.")
    String callAnswerRate();

    @Message(
            "It is a stock: the open tickets of two days are mostly the same ones and do not add. Read it against what is resolved a day.")
    String backlog();

    @Message("Recent tickets have had less time to be reopened: the newest days always look better.")
    String reopened();

    @Message(
            "Who writes differs from who does not before anybody answers: a difference is no proof of what support does. Orders need 90 days before they count, unless all who wrote have ordered again already, so the last months mostly say nothing yet.")
    String contactRepeatRate();

    @Message(
            key = "tickets_per_100_customers",
            value =
                    "It grows with the length of the period: compare periods of equal length. People who are no customers write, too.")
    String ticketsPer100Customers();

    @Message(
            "People take the channel that they find first: a preference for e-mail may be a chat that is hard to find.")
    String channelPreference();

    @Message("One large order can make a month. Look at orders and average value beside it.")
    String revenue();

    @Message("Discounts bring orders forward from next month.")
    String orders();

    @Message("It rises when small buyers leave.")
    String aov();

    @Message("It grows with the length of the period: compare periods of equal length.")
    String purchaseFrequency();

    @Message(
            "It is what was, not what will be: customers who are still there go on, so their value grows, and a young company looks poor.")
    String clv();

    @Message(
            "The value is of customers there are, the cost of those who are won now; a dear month looks bad at once, its customers pay later.")
    String clvToCac();

    @Message("It is a chosen mix of signals, not a probability to leave. Change a weight and history changes with it.")
    String healthScore();

    @Message(
            "A customer who never answered a survey is scored by the other parts alone; look at the parts before acting on the band.")
    String healthShare();

    @Message("Who counts as a customer is a rule of the settings; changing it changes history.")
    String payingCustomers();

    @Message("Who came and left within the period is not in it.")
    String newCustomers();

    @Message("A longer period always keeps fewer: compare periods of equal length.")
    String retentionRate();

    @Message("Strong winning can hide heavy losing: read it beside churn.")
    String netGrowth();

    @Message("Monthly and yearly churn do not compare, and 2% a month is a fifth in a year.")
    String churnRate();

    @Message("It says nothing of who is about to leave.")
    String mrr();

    @Message("It can be high with low customer churn, and the other way round.")
    String revenueChurn();

    @Message(
            "Less is not better by itself: look at it beside cost per customer and return. It belongs to the day and channel of the campaign, and to no customer segment.")
    String spend();

    @Message(
            "It charges campaigns for everybody, also for those who came by themselves. Ask by campaign for what campaigns themselves paid, and mind that money spent today may bring customers next month.")
    String cac();

    @Message(
            "The last campaign before somebody became a customer gets all of the credit; one that made them curious weeks before gets none.")
    String campaignCac();

    @Message("A click is no customer. Rates of e-mail and of banners lie on different levels: compare like with like.")
    String ctr();

    @Message(
            "Credit goes to the last campaign alone. An order without any campaign before it is in revenue, and not here.")
    String attributedRevenue();

    @Message(
            "It counts revenue, not margin, and what was ordered so far: the newest campaigns look worse than they are. Campaigns that cost nothing have none.")
    String roi();

    @Message("Customers who came by themselves are not in it; new customers counts everybody.")
    String acquiredCustomers();

    @Message(
            "When the interval covers 0 the variants cannot be told apart yet. Do not stop a test on the first day that looks good.")
    String variantLift();

    @Message(
            "Below 0.05 does not mean large or important, only that chance alone seldom does it. Look every day and one in twenty days will look so.")
    String variantPValue();

    @Message(
            "Of followers and of impressions are two different scales: never compare one with the other. Angry comments count as engagement, too: read it beside net sentiment.")
    String socialEngagementRate();

    @Message("It belongs to the day of the post, so the newest days still grow.")
    String shares();

    @Message(
            "A level, which is never added up over days. Somebody who follows two accounts counts twice, and many followers never see a post.")
    String followers();

    @Message("More is not better by itself: an outage is talked about, too. Read it beside net sentiment.")
    String mentions();

    @Message(
            "Mentions that nobody has labelled are left out: when few are labelled it says little. Labels of a machine are marked, and may be wrong in irony.")
    String netSentiment();

    @Message("Those who complain are not all who are unhappy, and one outage can make a week.")
    String frustratedShare();

    @Message("Neither more nor less is better: it says whom you need on the keyboard.")
    String technicalShare();

    @Message("It says what somebody who labels believes, not whether the article was read.")
    String articleHelpsShare();

    @Message("It does not say whether a reply was given.")
    String needsReplyShare();
}
