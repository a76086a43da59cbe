package dev.rapport.dashboard.guide;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of what each segment prefers. */
@MessageBundle("preferred")
public interface PreferredMessages {
    @Message("What each segment prefers")
    String title();

    @Message("Who bought or looked at what, by segment or channel, against everybody here: 100 is like everybody.")
    String lead();

    @Message("By what")
    String of();

    @Message("Against whom")
    String by();

    /** {@code what} is one of those that can be preferred. */
    @Message(
            "{#switch what}{#case 'product'}Products bought{#case 'category'}Categories bought{#case 'page'}Pages viewed{#case 'viewed-product'}Products viewed{#case}Categories viewed{/switch}")
    String what(String what);

    @Message("Channels")
    String channels();

    @Message("Everybody")
    String everybody();

    @Message("People")
    String people();

    @Message("over")
    String over();

    @Message("under")
    String under();

    @Message("index {index}")
    String index(String index);

    @Message("{part} of {whole} people; 95% interval {low} – {high}")
    String interval(String part, String whole, String low, String high);

    @Message(
            "Each share is of the people who bought anything with a name here: whoever bought twice counts once. Whoever bought two products counts in both, so the shares of a column add up to more than 100%. Orders that were cancelled, and what was only given back, are not counted.")
    String howBought();

    @Message(
            "Each share is of the people who looked at anything with a name here: whoever came twice counts once. Whoever looked at two counts in both, so the shares of a column add up to more than 100%. Products and categories are those that page views and events name.")
    String howViewed();

    @Message(
            "The index is the share divided by everybody's, times 100. It is marked over or under only where the 95% interval of the share leaves everybody's out, of 30 people or more, and where it stands out among all cells: of those marked, at most one in twenty is chance.")
    String howMarked();

    @Message("The first {shown} of {all}; the files have every one.")
    String cut(String shown, String all);

    @Message(
            "Nobody bought or looked at anything with a name here. Orders need a product or category on each line; page views and events name them as product and category.")
    String none();
}
