package dev.rapport.behaviour;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the features' settings. */
@MessageBundle("features")
public interface FeatureMessages {
    @Message("Features")
    String title();

    @Message("Which events show that somebody used a feature of the product, and what a good first week is told by.")
    String lead();

    @Message("Feature")
    String feature();

    @Message("Event")
    String event();

    @Message("Released")
    String released();

    @Message("before the records begin")
    String always();

    @Message("Name")
    String name();

    @Message("Give the feature a name of at most 200 characters.")
    String nameBad();

    @Message("The name of the event that the product sends when the feature is used.")
    String eventHint();

    @Message("Give an event’s name of at most 200 characters that no other feature has.")
    String eventBad();

    @Message("Released on")
    String releasedOn();

    @Message("Adoption is counted from the week of this day.")
    String releasedHint();

    @Message("Give a day such as 2026-03-31, or leave it empty.")
    String releasedBad();

    @Message("Add a feature")
    String add();

    @Message("Add feature")
    String addButton();

    @Message("Edit feature")
    String edit();

    @Message("No feature yet")
    String none();

    @Message("Name the events by which the use of a feature shows, and feature usage and adoption are counted.")
    String noneText();

    @Message("The feature {name} is saved. Its figures follow in a moment.")
    String saved(String name);

    @Message("The feature {name} is removed.")
    String removed(String name);

    @Message("First week")
    String firstWeek();

    @Message("Customers sign up by the event")
    String signUp();

    @Message("Left empty, a customer begins when first seen under a customer number.")
    String signUpHint();

    @Message("They have arrived when they send the event")
    String keyEvent();

    @Message("Left empty, anything they do counts.")
    String keyEventHint();

    @Message("on so many of the first seven days")
    String days();

    @Message("Give a number from 1 to 7.")
    String daysBad();

    @Message("At most 200 characters.")
    String textBad();

    @Message("The first week is saved.")
    String firstWeekSaved();
}
