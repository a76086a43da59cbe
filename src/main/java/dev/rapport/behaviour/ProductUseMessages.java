package dev.rapport.behaviour;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the settings of what counts as using the product. */
@MessageBundle("productUse")
public interface ProductUseMessages {
    @Message("Product use")
    String title();

    @Message(
            "Which events and pages belong to the product itself. Daily, weekly and monthly active people, stickiness, activity rate and feature usage count who used them.")
    String lead();

    @Message("Counts as product use")
    String marked();

    @Message("Nothing is marked yet")
    String none();

    @Message("Every visit counts as product use, also those to the public site. Mark events or pages to change that.")
    String noneText();

    @Message("Features count as well; they have their own settings.")
    String features();

    @Message("event")
    String event();

    @Message("page")
    String page();

    @Message("Suggestions")
    String suggestions();

    @Message("Nearly only people with a customer number did this in the last 30 days with data.")
    String suggestionsNote();

    @Message("By known customers")
    String share();

    @Message("Last 30 days")
    String lately();

    @Message("Mark")
    String mark();

    @Message("Mark an event or pages")
    String add();

    @Message("What")
    String kind();

    @Message("Events of this name")
    String kindEvent();

    @Message("Views of pages like this")
    String kindPage();

    @Message("Mark an event or a page.")
    String kindBad();

    @Message("Name or path")
    String value();

    @Message("An event’s name such as report_made, or a path such as /app/*, where * stands for anything.")
    String valueHint();

    @Message("Give an event’s name, or a path that begins with / or *; at most 200 characters.")
    String valueBad();

    @Message("This is every page. Mark nothing instead: then every visit counts.")
    String everything();

    @Message("This is marked already.")
    String there();

    @Message("Who counts")
    String who();

    @Message("Everybody who uses the product")
    String everybody();

    @Message("Only customers: people who pay when they use it")
    String customersOnly();

    @Message("{value} counts as product use now; its days are being counted anew.")
    String saved(String value);

    @Message("{value} does not count as product use any more; its days are being counted anew.")
    String removed(String value);

    @Message("Saved; product use is being counted anew.")
    String whoSaved();
}
