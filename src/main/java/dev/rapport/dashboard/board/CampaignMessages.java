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
            "Figures of advertising tools have no persons: spend, click-through rate, opens, cost per acquisition, return and variants have no segments by their nature, and no data while one is chosen. What campaigns brought has: sessions, time on page, conversion, acquired customers and revenue.")
    String bySegmentText();

    @Message("By campaign")
    String byCampaign();

    @Message(
            "Sessions and conversions by the campaign of the visit; customers and revenue by the last campaign within 30 days before.")
    String byCampaignText();

    @Message("Campaign")
    String campaign();

    @Message("Goals by campaign")
    String goals();

    @Message("Share of each campaign’s visitors who reached each goal; a visit belongs to the campaign it came by.")
    String goalsText();

    @Message("No visit of the period came by a campaign, or there is no goal.")
    String goalsNone();

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
