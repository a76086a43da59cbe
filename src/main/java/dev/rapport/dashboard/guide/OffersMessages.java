package dev.rapport.dashboard.guide;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of what to offer next. */
@MessageBundle("offers")
public interface OffersMessages {
    @Message("What to offer next")
    String title();

    @Message(
            "Products that the same people buy, in this period, these channels and these segments. Counted, not modelled.")
    String lead();

    @Message("Who bought")
    String bought();

    @Message("may want")
    String product();

    @Message("Buyers")
    String buyers();

    @Message("Bought both")
    String both();

    @Message("Share")
    String share();

    @Message("95% interval")
    String interval();

    @Message("Of all buyers")
    String everybody();

    @Message("more than others")
    String stands();

    @Message(
            "Marked is what is bought together clearly more often than by all buyers, of 30 or more. Lines that were cancelled are not counted; of more than 200 products the 200 most bought.")
    String how();

    @Message("{shown} of {all} pairs; the CSV has all.")
    String cut(String shown, String all);

    @Message("Nobody bought two products here. Orders need a product on each line.")
    String none();
}
