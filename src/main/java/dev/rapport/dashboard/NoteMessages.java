package dev.rapport.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the notes that come with an answer; the key of a message is the key of the note. */
@MessageBundle(value = "note", defaultKey = Message.UNDERSCORED_ELEMENT_NAME)
public interface NoteMessages {
    @Message("Clicks in e-mails are divided by messages delivered.")
    String ctrByDelivered();

    @Message(
            "Of some e-mails nothing says how many were delivered: their clicks are divided by messages opened, which makes a higher rate.")
    String ctrByOpens();

    @Message("The survey chosen is of another kind than this metric asks for.")
    String surveyOfAnotherKind();

    @Message("Asked on another scale or in words: the survey says which answers count as what.")
    String surveyScoresMapped();

    @Message("Visits of a single hit are left out.")
    String singleHitsLeftOut();

    @Message("Visits of a single hit count as 0 seconds.")
    String singleHitsCountAsZero();

    @Message("Only page views of which it is known are looked at.")
    String measuredPageViewsOnly();

    @Message(
            "A problem belongs to the day, channel and segment of its first contact; it goes on while the customer writes again within 7 days about the same issue type.")
    String problemsByFirstContact();

    @Message(
            "Only pages on which a link or button has ever been clicked, as far as its clicks are brought in; a view counts once, however often it was clicked in.")
    String linksEverClicked();

    @Message("Tickets belong to the day they were created.")
    String ticketsByCreation();

    @Message(
            "Tickets of which nobody knows when they were resolved are counted beside: choose the day of resolution “not known”.")
    String resolvedOnAnUnknownDayLeftOut();

    @Message("Tickets that are resolved, nobody knows when, on the day they were created.")
    String resolvedOnAnUnknownDay();

    @Message(
            "Open tickets count as still waiting. Resolved ones of which nobody knows how long they took are left out.")
    String openTicketsCountAsWaiting();

    @Message("Only resolved tickets are looked at.")
    String resolvedTicketsOnly();

    @Message(
            "Tickets without a reply count as still waiting; those resolved without one waited until then. Tickets of which nobody knows when a person replied are left out.")
    String unansweredTicketsCountAsWaiting();

    @Message("Only answered tickets are looked at.")
    String answeredTicketsOnly();

    @Message("Open tickets count as not resolved; the newest days still change.")
    String openTicketsCountAsUnresolved();

    @Message("As they stand at the end of the period or, while it runs, now; in the segments of that day.")
    String openAtTheEnd();

    @Message(
            "A customer's first order in the slice, once it is 90 days old. A contact is a ticket within 14 days of it; ordered again is an order after those 14 days and within 90. Orders within the 14 days count for neither, or those who did not write would look better for having ordered at once.")
    String repeatAfterContact();

    @Message(
            "The customers are those of all channels at the end of the period: a ticket’s channel is how somebody wrote, not how they were won.")
    String customersOfAllChannels();

    @Message("Of the tickets by all channels; without a channel chosen it is 100%.")
    String shareOfAllChannels();

    @Message("Low: a detractor, the lowest quarter of a scale (1 and 2 of 5), or much effort.")
    String lowScores();

    @Message("No goal has been defined yet.")
    String noGoal();

    @Message("There are surveys of several scales, which never mix: choose one.")
    String surveysOfOneScaleOnly();

    @Message("A customer is whoever has a running subscription.")
    String customersBySubscription();

    @Message("A customer is whoever ordered within the churn window of the settings.")
    String customersByOrders();

    @Message("Signed up is who sent the settings’ sign-up event for the first time ever.")
    String signedUpByEvent();

    @Message("Signed up is who was seen for the first time under a customer number.")
    String signedUpByNumber();

    @Message("Only customers whose first seven days are over are looked at.")
    String firstWeeksThatAreOver();

    @Message("Active is who used the product: the events and pages that the settings mark as its use, or a feature.")
    String activeByProductUse();

    @Message(
            "No event or page is marked as use of the product, so every visit counts as one, also to the public site. Mark them in the settings under Product use.")
    String activeByEveryVisit();

    @Message("Only customers count: people who paid when they used it.")
    String activeCustomersOnly();

    @Message(
            "By channel, active people and customers are those whom the channel won as customers, wherever they are active; people who never paid are in no channel.")
    String activeWhereWon();

    @Message("Value is the first key event of the settings’ first week.")
    String valueByKeyEvent();

    @Message("No key event is named in the settings: value is the first use of any feature.")
    String valueByAnyFeature();

    @Message("Customers without a key event so far count as waiting until now.")
    String waitingForValueCounted();

    @Message("Active people are those of each day.")
    String activeOnTheDay();

    @Message("Active people are those of the 30 days up to each day.")
    String activeIn30Days();

    @Message(
            "Lately active: 100 × (90 − days since) ÷ 90. Often active: 100 × active days of the last 30 ÷ 12. Features: 20 for each of the last 30 days. Survey: the newest answer of a year on its scale. Tickets: 100 − 50 for each open one. Payment: by subscription 100, or 50 when paying less than 90 days before; by orders 200 × days left of the churn window ÷ the window. None above 100 or below 0; an unknown part is left out and the others weigh the more. Weights are in the settings, for segments of their own.")
    String healthParts();

    @Message(
            "Of customers at the end of each bucket, in the segments of its last day and the channels in which they are customers.")
    String healthOfCustomers();

    @Message(
            "Historic: life is the time as a customer so far, by the rule of the settings. Who still is one goes on living. Each month of a subscription counts as an order of its amount, beside the orders of the shop.")
    String clvIsHistoric();

    @Message(
            "A customer belongs to the channel of the first subscription or order, and to the segments of the last day.")
    String clvChannelIsTheFirst();

    @Message(
            "Spend is not told apart by segment: a segment's value is held against what any customer of these channels costs.")
    String costOfEverybody();

    @Message("Tickets are taken off at the cost per ticket of the settings; nothing where none is set.")
    String clvNetOfSupport();

    @Message("Active means: came for a visit.")
    String activeByVisit();

    @Message("Active means: placed an order.")
    String activeByOrder();

    @Message("Campaign figures and posts have no persons: this cannot be told apart by segment.")
    String notBySegment();

    @Message("Followers are a level: the last known one by the end of the period is taken.")
    String followersAtEnd();

    @Message(
            "Per followers it is the mean of the posts: interactions a post, of the followers. Mentions are of no post.")
    String meanOfPosts();

    @Message("The settings weigh likes, shares, comments, saves and clicks differently.")
    String interactionsWeighed();

    @Message("Compared with the campaign's first variant in alphabetical order.")
    String variantsAgainstFirst();

    @Message("Several campaigns were tried in variants: choose one.")
    String chooseACampaign();

    @Message("The campaign has more than two variants: choose one.")
    String chooseAVariant();
}
