package dev.rapport.dashboard.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the page on what support each source of customers needs. */
@MessageBundle("load")
public interface SupportLoadMessages {
    @Message("Support load by source")
    String title();

    @Message(
            "Which campaigns and channels bring customers who need much support. A source is where a person's first visit ever came from; customers are those of the segments at the end of the period, in all channels.")
    String lead();

    @Message("Channel")
    String byChannel();

    @Message("Campaign")
    String byCampaign();

    @Message("Source")
    String source();

    @Message("No campaign")
    String none();

    @Message("Not known")
    String unknown();

    @Message("Customers")
    String customers();

    @Message("Per 100 customers")
    String perHundred();

    @Message("Cost per 100 customers")
    String costPerHundred();

    @Message("Cost")
    String cost();

    @Message("Set what a ticket costs")
    String setPrice();

    @Message("and cost stands here, too.")
    String priceMissing();
}
