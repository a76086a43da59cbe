package dev.rapport.dashboard.board;

import dev.rapport.words.Counted;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the metrics that a person chose. */
@MessageBundle("own")
public interface OwnMetricsMessages {
    @Message("Your metrics")
    String title();

    @Message("The few figures that you chose to follow. Only you see this list.")
    String lead();

    @Message("Choose metrics")
    String choose();

    @Message("You have not chosen any metrics yet")
    String none();

    @Message("The guide leads you in seven steps from what you want to reach to the figures that show it.")
    String noneText();

    @Message("Your list")
    String list();

    @Message("This metric is no longer measured. Remove it from your list.")
    String gone();

    @Message("Your list has {count} metrics. More than nine are hard to follow: which of them would you act on?")
    String many(Counted count);

    @Message("Choose at least one metric that is in the catalogue.")
    String chooseSome();

    @Message("A list has at most 24 metrics. Remove some first.")
    String tooMany();

    @Message("Your list is saved")
    String saved();

    @Message("The metric is removed from your list")
    String removed();
}
