package dev.rapport.dashboard.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the campaigns' page; {@code verdict_...} are found by key. */
@MessageBundle("campaign")
public interface CampaignMessages {
    @Message("Campaigns")
    String title();

    @Message("What campaigns cost, whom they bring, and which variant does better.")
    String lead();

    @Message("Spend and posts have no persons")
    String bySegment();

    @Message(
            "What was spent, shown and clicked cannot be told apart by segment, so these figures have no data while a segment is chosen. What campaigns brought has persons, and does.")
    String bySegmentText();

    @Message("By campaign")
    String byCampaign();

    @Message(
            "Sessions and conversions by the campaign of the visit; customers and revenue by the last campaign within 30 days before.")
    String byCampaignText();

    @Message("Campaign")
    String campaign();

    @Message("Variants")
    String variants();

    @Message("Each against the first, by clicks of those it was shown or delivered to.")
    String variantsText();

    @Message("Variant")
    String variant();

    @Message("Clicks")
    String clicks();

    @Message("Shown or delivered")
    String shown();

    @Message("Difference")
    String lift();

    @Message("95% interval")
    String interval();

    @Message("p-value")
    String p();

    @Message("Verdict")
    String verdict();

    @Message("compared with")
    String control();

    @Message(key = "verdict_better", value = "better")
    String verdictBetter();

    @Message(key = "verdict_worse", value = "worse")
    String verdictWorse();

    @Message(key = "verdict_unclear", value = "no clear difference")
    String verdictUnclear();
}
