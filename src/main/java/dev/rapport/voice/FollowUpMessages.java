package dev.rapport.voice;

import dev.rapport.words.Counted;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Holds the texts of follow-ups; {@code state_...}, {@code outcome_...} and {@code after_...} are found by their keys.
 */
@MessageBundle("followup")
public interface FollowUpMessages {
    @Message("Follow-up")
    String title();

    @Message("Customers who gave a low score: detractors, 1 or 2 of 5, much effort. Call them before they leave.")
    String lead();

    @Message("Low score")
    String one();

    @Message("Promoter")
    String promoter();

    @Message("Back to the list")
    String back();

    @Message(key = "state_open", value = "Open")
    String stateOpen();

    @Message(key = "state_contacted", value = "Contacted")
    String stateContacted();

    @Message(key = "state_closed", value = "Closed")
    String stateClosed();

    @Message("All")
    String all();

    @Message("State")
    String state();

    @Message("Owner")
    String owner();

    @Message("Everybody's")
    String everybody();

    @Message("Nobody's")
    String unowned();

    @Message("Nobody")
    String nobody();

    @Message("Take it")
    String take();

    @Message("Give to")
    String giveTo();

    @Message("Give")
    String give();

    @Message("A name of at most 80 letters; empty is nobody.")
    String ownerBad();

    @Message("Contacted on")
    String contactedOn();

    @Message("Note contact")
    String contact();

    @Message("A day between the answer and today.")
    String dayBad();

    @Message("Outcome")
    String outcome();

    @Message("Choose…")
    String choose();

    @Message("Say what came of it.")
    String outcomeBad();

    @Message(key = "outcome_solved", value = "Solved")
    String outcomeSolved();

    @Message(key = "outcome_explained", value = "Explained")
    String outcomeExplained();

    @Message(key = "outcome_thanked", value = "Thanked")
    String outcomeThanked();

    @Message(key = "outcome_invited", value = "Invited to a review or reference")
    String outcomeInvited();

    @Message(key = "outcome_unreachable", value = "Not reached")
    String outcomeUnreachable();

    @Message(key = "outcome_lost", value = "Customer lost")
    String outcomeLost();

    @Message("Close")
    String close();

    @Message("Open again")
    String reopen();

    @Message("Note")
    String note();

    @Message("Save note")
    String saveNote();

    @Message("At most 4,000 letters.")
    String noteBad();

    @Message("Saved.")
    String saved();

    @Message("Last changed {when} by {who}.")
    String changed(String when, String who);

    @Message("Nothing has been done yet.")
    String untouched();

    @Message("{score} on a scale from {least} to {most}")
    String scoreOn(int score, int least, int most);

    @Message("score {score}")
    String scored(String score);

    @Message("Customer")
    String customer();

    @Message("Not known")
    String unknown();

    @Message("Survey")
    String survey();

    @Message("Score")
    String score();

    @Message("Comment")
    String comment();

    @Message("No comment.")
    String noComment();

    @Message("Channel")
    String channel();

    @Message("When")
    String when();

    @Message("What happened after")
    String after();

    @Message("Nothing since: no order, no ticket, no later score.")
    String nothingAfter();

    @Message(key = "after_order", value = "Order")
    String afterOrder();

    @Message(key = "after_ticket", value = "Ticket")
    String afterTicket();

    @Message(key = "after_score", value = "Later score")
    String afterScore();

    @Message(key = "after_ended", value = "Subscription ended")
    String afterEnded();

    @Message("{count} ordered")
    String ordered(String count);

    @Message("{count} {#if count.plural == 'one'}ticket{#else}tickets{/if}")
    String tickets(Counted count);

    @Message("later {score}")
    String later(String score);

    @Message("left")
    String left();

    @Message("What has been done")
    String done();

    @Message("No low scores here")
    String none();

    @Message("Nobody who answered in this slice gave a low score, or all of them are in another state.")
    String noneText();
}
