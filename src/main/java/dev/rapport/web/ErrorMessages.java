package dev.rapport.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of error pages: calm, general, and what to do next. Never what went wrong inside. */
@MessageBundle("errors")
public interface ErrorMessages {
    @Message("Something in this address is not right")
    String badRequest();

    @Message("Check the address, or go back and choose again.")
    String badRequestText();

    @Message("Content-Type: names a kind or a character set that is not known")
    String unknownType();

    @Message("Body: it is not written as its Content-Type says")
    String unreadableBody();

    @Message("A field holds a character that no text has (NUL)")
    String unstorableText();

    @Message("Please sign in")
    String unauthorized();

    @Message("This needs a signed-in person or a valid API key.")
    String unauthorizedText();

    @Message("This is not open to you")
    String forbidden();

    @Message("Your role does not include this page. An administrator can change that.")
    String forbiddenText();

    @Message("There is nothing here")
    String notFound();

    @Message("The page may have moved, or never was.")
    String notFoundText();

    @Message("That is too large")
    String tooLarge();

    @Message("Send it in smaller parts.")
    String tooLargeText();

    @Message("This does not work that way")
    String notPossible();

    @Message("Go back and try it from the page.")
    String notPossibleText();

    @Message("Please try again")
    String unavailable();

    @Message(
            "Rapport cannot reach its database or the sign-in service just now. It recovers by itself; nothing is lost.")
    String unavailableText();

    @Message("Signing in does not work just now")
    String signOnAway();

    @Message("The sign-in service does not answer. This page tries again by itself; nothing is lost.")
    String signOnAwayText();

    @Message("Please try again in a moment")
    String busy();

    @Message("More is being asked just now than Rapport answers at a time. Nothing is lost.")
    String busyText();

    @Message("There is no room left on the disk")
    String full();

    @Message(
            "Nothing was stored, and what was stored before is still there. Tell your administrator: room has to be made where the database or the uploads are.")
    String fullText();

    @Message("That is more than one can ask at a time")
    String tooMany();

    @Message(
            "You are asking for more at once than is one person's or key's share. Wait for what is under way, then try again.")
    String tooManyText();

    @Message("That took too long")
    String slow();

    @Message("Ask for a shorter period, or for fewer channels or segments, and try again.")
    String slowText();

    @Message("Something went wrong on our side")
    String failed();

    @Message("It has been noted in the log. Try again; if it stays, tell your administrator the time it happened.")
    String failedText();

    @Message("To the start page")
    String home();

    @Message("Try again")
    String retry();
}
