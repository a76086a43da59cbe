package dev.rapport.social;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the settings of what interactions with posts weigh. */
@MessageBundle("weights")
public interface SocialWeightsMessages {
    @Message("Social engagement")
    String title();

    @Message(
            "How much each interaction with a post weighs in the engagement rate. As the sources count, all weigh 1 and clicks 0; a mention always weighs 1.")
    String lead();

    @Message("Likes")
    String likes();

    @Message("Shares")
    String shares();

    @Message("Comments")
    String comments();

    @Message("Saves")
    String saves();

    @Message("Clicks")
    String clicks();

    @Message("0 leaves clicks out.")
    String clicksHint();

    @Message("Give a number from 0 to 100, such as 1 or 2.5.")
    String bad();

    @Message("The weights are saved.")
    String saved();
}
