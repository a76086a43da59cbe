package dev.rapport.dashboard.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Holds the texts of the page of social listening; {@code tone_...} and {@code by_...}, {@code part_...} are found by
 * key.
 */
@MessageBundle("social")
public interface SocialMessages {
    @Message("Social listening")
    String title();

    @Message("What people say about you: how, where, when, and what they need.")
    String lead();

    @Message("Mentions by sentiment")
    String tones();

    @Message("Sentiment")
    String tone();

    @Message("Share of all mentions")
    String share();

    @Message(key = "tone_positive", value = "Positive")
    String tonePositive();

    @Message(key = "tone_neutral", value = "Neutral")
    String toneNeutral();

    @Message(key = "tone_negative", value = "Negative")
    String toneNegative();

    @Message(key = "tone_unlabelled", value = "Not labelled")
    String toneUnlabelled();

    @Message("Figure")
    String figure();

    @Message("Not labelled yet")
    String unlabelled();

    @Message("Mentions that nobody has labelled are in no share, neither above nor below the line.")
    String unlabelledText();

    @Message("{count} of the mentions ({share})")
    String unlabelledOf(String count, String share);

    @Message("All mentions of the slice are labelled.")
    String allLabelled();

    @Message("Label mentions")
    String label();

    @Message("By weekday and hour")
    String hours();

    @Message("Mentions by local hour of the reporting zone. Busiest: {when}.")
    String hoursText(String when);

    @Message("Weekday")
    String weekday();

    @Message("Whole day")
    String wholeDay();

    @Message(key = "by_network", value = "By network")
    String byNetwork();

    @Message(key = "by_brand", value = "By brand")
    String byBrand();

    @Message(key = "by_topic", value = "By topic")
    String byTopic();

    @Message(key = "part_network", value = "Network")
    String network();

    @Message(key = "part_brand", value = "Brand")
    String brand();

    @Message(key = "part_topic", value = "Topic")
    String topic();

    @Message("Engagement of each post")
    String posts();

    @Message(
            "What people did with each post, of the impressions it had, with the 95% interval. The most engaging first.")
    String postsText();

    @Message("No post appeared in the period, or a segment is chosen: posts have no persons.")
    String postsNone();

    @Message("The first {shown} of {all}; the CSV has every one.")
    String postsCut(String shown, String all);

    @Message("Post")
    String post();

    @Message("Posted")
    String postedAt();

    @Message("Impressions")
    String impressions();

    @Message("Interactions")
    String interactions();

    @Message("95% interval")
    String interval();
}
