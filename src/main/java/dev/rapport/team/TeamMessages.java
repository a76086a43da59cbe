package dev.rapport.team;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of signing off, of who is signed in and of API keys. */
@MessageBundle("team")
public interface TeamMessages {
    @Message("You are signed out")
    String signedOut();

    @Message("Your session has ended here and at the sign-in service.")
    String signedOutText();

    @Message(
            "Your session has ended here. The sign-in service could not be told: close the browser, too, on a computer that others use.")
    String signedOutHere();

    @Message("Sign out")
    String signOut();

    @Message("This ends your session here and at the sign-in service.")
    String signOutText();

    @Message("Who is signed in")
    String signedIn();

    @Message(
            "Whoever is disabled at the sign-in service is out within a minute. Here you end all sessions of a person at once.")
    String signedInText();

    @Message("Nobody is signed in.")
    String nobody();

    @Message("Person")
    String person();

    @Message("Signed in since")
    String since();

    @Message("Last seen")
    String lastSeen();

    @Message("Sessions")
    String sessions();

    @Message("End all sessions")
    String endSessions();

    @Message("Sign-ins, sign-outs and refusals")
    String securityEvents();

    @Message("Nothing yet.")
    String noEvents();

    @Message("Sign in again")
    String signInAgain();

    @Message("API keys")
    String keys();

    @Message("A key lets a program read figures or send facts. It is shown once; only its fingerprint is kept.")
    String keysText();

    @Message("Name")
    String name();

    @Message("What the key is for, so that you can tell it from others.")
    String nameHint();

    @Message("Give the key a name of at most 100 characters.")
    String nameNeeded();

    @Message("Choose what the key may do.")
    String scopeNeeded();

    @Message("May")
    String scope();

    @Message("read figures")
    String read();

    @Message("read figures, and list customers by number, without names")
    String readIds();

    @Message("send facts")
    String ingest();

    @Message("Create key")
    String create();

    @Message("Your new key")
    String created();

    @Message("Copy it now: it cannot be shown again.")
    String copyNow();

    @Message("Begins with")
    String prefix();

    @Message("Created")
    String createdAt();

    @Message("Last used")
    String lastUsed();

    @Message("never")
    String never();

    @Message("State")
    String state();

    @Message("in use")
    String active();

    @Message("revoked")
    String revoked();

    @Message("Revoke")
    String revoke();

    @Message("No keys yet.")
    String none();
}
