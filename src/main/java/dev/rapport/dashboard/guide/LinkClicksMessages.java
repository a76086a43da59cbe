package dev.rapport.dashboard.guide;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of how often links and buttons are clicked. */
@MessageBundle("links")
public interface LinkClicksMessages {
    @Message("Links and buttons")
    String title();

    @Message("How often each link or button is clicked by those who see its page.")
    String lead();

    @Message("Page")
    String page();

    @Message("Link or button")
    String link();

    @Message("Views of the page")
    String views();

    @Message("Views with a click")
    String clicked();

    @Message("Click rate")
    String rate();

    @Message("95% interval")
    String interval();

    @Message("seen, hardly clicked")
    String unclicked();

    @Message(
            "A view counts once, however often the link was clicked in it; a click belongs to the last view of its page before it in the visit. Marked is what is clicked clearly less often than the links of all pages together, in 30 views or more.")
    String how();

    @Message("{shown} of {all} links; the files have all.")
    String cut(String shown, String all);

    @Message(
            "No clicks of links here. Bring in events with the page they happened on and a column such as link, target, href, CTA or button.")
    String none();
}
