package dev.rapport.dashboard.list;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the comments' page; {@code score_...} are found by their keys. */
@MessageBundle("comments")
public interface CommentMessages {
    @Message("Comments")
    String title();

    @Message("What customers wrote in answer to any survey, the newest first.")
    String lead();

    @Message("Search the comments")
    String search();

    @Message("Words, or how they begin")
    String searchHint();

    @Message("Search")
    String find();

    @Message("Show all")
    String clear();

    @Message("Score")
    String score();

    @Message(key = "score_any", value = "All")
    String scoreAny();

    @Message(key = "score_good", value = "Good")
    String scoreGood();

    @Message(key = "score_middle", value = "In between")
    String scoreMiddle();

    @Message(key = "score_bad", value = "Bad")
    String scoreBad();

    @Message(key = "score_none", value = "No score")
    String scoreNone();

    @Message("No comments here")
    String none();

    @Message("Nobody wrote anything like this in this slice.")
    String noneText();

    @Message("all comments as CSV")
    String csv();
}
