package dev.rapport.revenue;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of why a customer left or stopped, and of the settings for it. */
@MessageBundle("reasons")
public interface ReasonMessages {
    @Message("Why they left or stopped")
    String title();

    @Message("Back to the customer")
    String back();

    @Message("Nobody has said why yet.")
    String none();

    @Message(
            "What is said here goes before what files say: for an end at most 90 days before and 30 days after the day, and for a journey that was under way on it.")
    String note();

    @Message(key = "about_left", value = "Left")
    String aboutLeft();

    @Message(key = "about_stopped", value = "Stopped on the way to an order")
    String aboutStopped();

    @Message("counts as {reason}")
    String counts(String reason);

    @Message("{who}, {when}")
    String saidBy(String who, String when);

    @Message("from a file")
    String byFile();

    @Message("{#if plan}subscription {plan}{#else}subscription{/if}")
    String bySubscription(String plan);

    @Message("What it is about")
    String about();

    @Message("Choose what it is about.")
    String aboutBad();

    @Message("Reason")
    String reason();

    @Message("Give a reason of at most 300 characters, in words.")
    String reasonBad();

    @Message("In words of your own, or one of those that are known.")
    String reasonHint();

    @Message("Day")
    String day();

    @Message("Give a day such as 2026-03-31, not one to come.")
    String dayBad();

    @Message("Say why")
    String say();

    @Message("The reason {reason} is saved. Figures count it.")
    String saved(String reason);

    @Message("The reason {reason} is taken back.")
    String removed(String reason);

    @Message("Take back")
    String takeBack();

    @Message("Reasons")
    String settings();

    @Message(
            "Which reasons for leaving or stopping count as others. Case, accents, blanks and marks at the ends make no difference.")
    String lead();

    @Message("Reason that is given")
    String said();

    @Message("Counts as")
    String means();

    @Message("Merge two reasons")
    String add();

    @Message("Merge")
    String addButton();

    @Message("Edit merged reason")
    String edit();

    @Message("Every reason stands for itself")
    String nothing();

    @Message(
            "Say that one counts as another, such as “too expensive” as “price”, and figures by reason have both in one row.")
    String nothingText();

    @Message("A reason cannot count as itself.")
    String itself();

    @Message("It is said already as which this reason counts.")
    String saidTwice();

    @Message("Others count as this reason; say of them first as which they count.")
    String saidIsMeant();

    @Message("This reason counts as another itself; name that one.")
    String meantIsSaid();

    @Message("{said} counts as {means}. The figures follow.")
    String meaningSaved(String said, String means);

    @Message("{said} stands for itself again.")
    String meaningRemoved(String said);
}
