package dev.rapport.dashboard.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the page on what customers speak of, and how they score it. */
@MessageBundle("topics")
public interface VoiceTopicsMessages {
    @Message("Topics and scores")
    String title();

    @Message(
            "What customers write about and how they score it: by topic, product or feature, and by issue type and agent of the ticket that they answer about.")
    String lead();

    @Message(
            "Topics are those of the answers' file. An answer knows an issue type and an agent when it says its ticket.")
    String note();

    @Message("Read the comments")
    String read();
}
