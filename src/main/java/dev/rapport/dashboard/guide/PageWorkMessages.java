package dev.rapport.dashboard.guide;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of pages to work on; {@code signal_...} and {@code do_...} are found by their keys. */
@MessageBundle("pagework")
public interface PageWorkMessages {
    @Message("Pages to work on")
    String title();

    @Message("Which pages lose people, which are read longer than their length suggests, and what to do.")
    String lead();

    @Message("Page")
    String page();

    @Message("Views")
    String views();

    @Message("Exits")
    String exits();

    @Message("Went on")
    String onward();

    @Message("Reading time")
    String reading();

    @Message("By length")
    String usual();

    @Message("Scrolled far and left")
    String deepLeft();

    @Message("What stands out")
    String signals();

    @Message("All pages")
    String all();

    @Message("How this is told")
    String how();

    @Message(
            "Each page is held against all pages of the slice, from 30 views on, and named only where the 95% interval lies on one side. Exits are views that ended a visit; went on are views after which another page followed; scrolled far is three quarters or more, and left means that nothing followed, no event either. Reading time is the median of visible time; it is short below half that of all pages. By length is what the page's words take at 238 words a minute (Brysbaert 2019); without words nothing is said of its length.")
    String howText();

    @Message("Words of pages")
    String lengths();

    @Message("On each line a page and how many words it has, as /blog/first 850. Saving replaces all lines.")
    String lengthsHint();

    @Message("This line says no page and words: {line}")
    String lengthsBad(String line);

    @Message("The words of pages are saved")
    String saved();

    @Message("Save")
    String save();

    @Message("{shown} of {all} pages; the CSV has all.")
    String cut(String shown, String all);

    @Message(key = "signal_high_exit", value = "many leave here")
    String signalHighExit();

    @Message(key = "signal_few_links", value = "few go on")
    String signalFewLinks();

    @Message(key = "signal_short_reading", value = "read shortly")
    String signalShortReading();

    @Message(key = "signal_deep_left", value = "read to the end, then left")
    String signalDeepLeft();

    @Message(key = "signal_long_reading", value = "read longer than its length")
    String signalLongReading();

    @Message(key = "do_high_exit", value = "Add a clear call to action and a way on.")
    String doHighExit();

    @Message(key = "do_few_links", value = "Check its internal links and the menu.")
    String doFewLinks();

    @Message(key = "do_short_reading", value = "See whether it keeps what the link to it promises.")
    String doShortReading();

    @Message(key = "do_deep_left", value = "Put a next step where readers end.")
    String doDeepLeft();

    @Message(
            key = "do_long_reading",
            value = "It is of interest, or hard to read: write more of it, or make it plainer.")
    String doLongReading();
}
