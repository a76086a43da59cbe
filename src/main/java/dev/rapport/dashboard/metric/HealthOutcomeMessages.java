package dev.rapport.dashboard.metric;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of who left, by the health they had. */
@MessageBundle("wholeft")
public interface HealthOutcomeMessages {
    @Message("Does the score tell who leaves?")
    String title();

    @Message("Customers by the score they had a quarter before, and how many of them are no customers any more.")
    String lead();

    @Message("Scored at the end of {then}, looked at again at the end of {end}.")
    String days(String then, String end);

    @Message("Score then")
    String score();

    @Message("{from} to {to}")
    String between(String from, String to);

    @Message("Customers")
    String customers();

    @Message("Left since")
    String left();

    @Message("Share")
    String share();

    @Message("95% interval")
    String interval();

    @Message("Customers at risk left clearly more often than healthy ones: the score tells who leaves.")
    String tells();

    @Message(
            "Customers at risk did not clearly leave more often than healthy ones. Check the weights of the score in the settings, or wait for more data.")
    String tellsNot();
}
