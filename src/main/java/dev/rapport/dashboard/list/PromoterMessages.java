package dev.rapport.dashboard.list;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the list of promoters. */
@MessageBundle("promoters")
public interface PromoterMessages {
    @Message("Promoters")
    String title();

    @Message(
            "Customers whose last answer in the period makes them promoters and who have not taken it back since: whom to thank, and to invite to a review, a reference or a recommendation.")
    String lead();

    @Message("When")
    String when();

    @Message("Customer")
    String customer();

    @Message("Score")
    String score();

    @Message("Comment")
    String comment();

    @Message("Orders")
    String orders();

    @Message("Open tickets")
    String openTickets();

    @Message("Nobody to thank here")
    String none();

    @Message("Nobody known has answered as a promoter in this slice.")
    String noneText();
}
