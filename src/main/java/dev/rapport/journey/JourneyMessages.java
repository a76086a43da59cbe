package dev.rapport.journey;

import dev.rapport.words.Counted;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the journey and of its settings. */
@MessageBundle("journey")
public interface JourneyMessages {
    @Message("Journey")
    String title();

    @Message("The steps that customers are hoped to take, in order, and the time they have for them.")
    String settingsLead();

    @Message("Step")
    String step();

    @Message("Taken by")
    String takenBy();

    @Message("a visit")
    String kind_visit();

    @Message("a view of the page")
    String kind_page();

    @Message("the event")
    String kind_event();

    @Message("an order")
    String kind_order();

    @Message("a ticket")
    String kind_ticket();

    @Message("Name")
    String name();

    @Message("Give the step a name of at most 200 characters.")
    String nameBad();

    @Message("Name or path")
    String pattern();

    @Message(
            "For an event its name, for a page its path, in which * stands for anything. Not needed for visits, orders and tickets.")
    String patternHint();

    @Message("Give an event’s name, or a path that begins with / or *; at most 200 characters.")
    String patternBad();

    @Message("Choose what the step is taken by.")
    String kindBad();

    @Message("Add a step")
    String add();

    @Message("Add step")
    String addButton();

    @Message("Edit step")
    String edit();

    @Message("Earlier")
    String earlier();

    @Message("No step yet")
    String noSteps();

    @Message("Add at least two steps to see how far people get.")
    String noStepsText();

    @Message("More than twelve steps nobody can overlook: remove one before you add another.")
    String full();

    @Message("Time for the way")
    String window();

    @Message("Days from the first step to the last")
    String windowDays();

    @Message("Give a number from 1 to 365.")
    String windowBad();

    @Message("The time for the way is saved.")
    String windowSaved();

    @Message(
            "How far people get on the way you hope they take, where they are lost, and which channels begin and end it.")
    String lead();

    @Message("Funnel")
    String funnel();

    @Message("People")
    String people();

    @Message("Of the step before")
    String ofStepBefore();

    @Message("Of the first step")
    String ofFirst();

    @Message("Median time")
    String time();

    @Message("Not further")
    String lost();

    @Message("Who stopped here")
    String whoWasLost();

    @Message("The journey needs at least two steps.")
    String tooFew();

    @Message("Describe the journey")
    String toSettings();

    @Message("By channel")
    String byChannel();

    @Message("By segment")
    String bySegment();

    @Message("Segment group")
    String segmentGroup();

    @Message("All the way")
    String wholeWay();

    @Message("First and last touch")
    String touches();

    @Message(
            "Each time a goal was reached counts once on either side: under the channel of the person’s first visit ever, and under the channel of the visit in which it was reached.")
    String touchesLead();

    @Message("Goal")
    String goal();

    @Message("Channel")
    String channel();

    @Message("Segment")
    String segment();

    @Message("First touch")
    String firstTouch();

    @Message("Last touch")
    String lastTouch();

    @Message("Total")
    String total();

    @Message("Who stopped")
    String dropOffs();

    @Message("Customer")
    String customer();

    @Message("First step")
    String entered();

    @Message("Last step")
    String lastStep();

    @Message("Reason")
    String reason();

    @Message("no reason known")
    String noReason();

    @Message("Why they stopped")
    String reasons();

    @Message(
            "The last that was given from the first step on, up to 30 days after the last; what somebody says on the customer’s page goes before what files say.")
    String reasonsNote();

    @Message("All other reasons ({count})")
    String otherReasons(String count);

    @Message("Share")
    String share();

    @Message("Still has time")
    String stillOpen();

    @Message("yes")
    String yes();

    @Message("no")
    String no();

    @Message("JSON")
    String json();

    @Message("The step {name} is saved.")
    String saved(String name);

    @Message("The step {name} is removed.")
    String removed(String name);

    @Message(
            "All steps within {days} {#if days.plural == 'one'}day{#else}days{/if} of the first. A person counts once, by the entry that led furthest.")
    String windowSays(Counted days);

    @Message("{count} of them still {#if count.plural == 'one'}has{#else}have{/if} time")
    String open(Counted count);

    @Message("After “{step}”")
    String dropOffsOf(String step);

    @Message("The newest {shown} of {all}.")
    String shown(String shown, String all);
}
