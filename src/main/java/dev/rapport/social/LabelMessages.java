package dev.rapport.social;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the page on which mentions are labelled; those with an underscore are found by key. */
@MessageBundle("label")
public interface LabelMessages {
    @Message("Label mentions")
    String title();

    @Message("Say what people mean. A person's label goes before a machine's, and the figures follow within seconds.")
    String lead();

    @Message("Social listening")
    String back();

    @Message(key = "show_open", value = "Not labelled")
    String showOpen();

    @Message(key = "show_machine", value = "By a machine only")
    String showMachine();

    @Message(key = "show_all", value = "All")
    String showAll();

    @Message("Which mentions")
    String shows();

    @Message("Nothing left to label")
    String none();

    @Message("Every mention of this list has been gone through.")
    String noneText();

    @Message("Keyboard, while a mention has the focus")
    String keys();

    @Message("next and previous mention")
    String keyMove();

    @Message("next that is not labelled")
    String keyNext();

    @Message("negative, neutral, positive")
    String keyTone();

    @Message("frustrated or not")
    String keyFrustrated();

    @Message("technical or account")
    String keyTechnical();

    @Message("an article helps or not")
    String keyArticle();

    @Message("needs a reply or not")
    String keyReply();

    @Message("undo")
    String keyUndo();

    @Message(key = "field_sentiment", value = "Sentiment")
    String fieldSentiment();

    @Message(key = "field_frustrated", value = "Frustration")
    String fieldFrustrated();

    @Message(key = "field_technical", value = "About")
    String fieldTechnical();

    @Message(key = "field_article_helps", value = "Help article")
    String fieldArticleHelps();

    @Message(key = "field_needs_reply", value = "Reply")
    String fieldNeedsReply();

    @Message(key = "sentiment_negative", value = "Negative")
    String sentimentNegative();

    @Message(key = "sentiment_neutral", value = "Neutral")
    String sentimentNeutral();

    @Message(key = "sentiment_positive", value = "Positive")
    String sentimentPositive();

    @Message(key = "frustrated_yes", value = "Frustrated")
    String frustratedYes();

    @Message(key = "frustrated_no", value = "Calm")
    String frustratedNo();

    @Message(key = "technical_yes", value = "Technical")
    String technicalYes();

    @Message(key = "technical_no", value = "Account")
    String technicalNo();

    @Message(key = "article_helps_yes", value = "Would help")
    String articleHelpsYes();

    @Message(key = "article_helps_no", value = "No help")
    String articleHelpsNo();

    @Message(key = "needs_reply_yes", value = "Needs one")
    String needsReplyYes();

    @Message(key = "needs_reply_no", value = "None needed")
    String needsReplyNo();

    @Message("Topic")
    String topic();

    @Message("Set")
    String setTopic();

    @Message("machine: {name}")
    String byMachine(String name);

    @Message("import")
    String byImport();

    @Message("{name}, {when}")
    String byPerson(String name, String when);

    @Message("not labelled")
    String byNobody();

    @Message("Without text")
    String withoutText();

    @Message("Undo")
    String undo();

    @Message("Labelled ({network}).")
    String saved(String network);

    @Message("Undone ({network}).")
    String undone(String network);

    @Message("That label does not have this value; a topic has at most 300 characters.")
    String cannotBeSaid();

    @Message("There is nothing of yours to undo here.")
    String nothingToUndo();
}
