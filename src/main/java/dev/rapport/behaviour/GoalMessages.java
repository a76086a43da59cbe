package dev.rapport.behaviour;

import dev.rapport.words.Counted;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the goals' settings. */
@MessageBundle("goals")
public interface GoalMessages {
    @Message("Goals")
    String title();

    @Message("What visitors are hoped to do. Conversion rates count who reached a goal.")
    String lead();

    @Message("Goal")
    String goal();

    @Message("Reached by")
    String reachedBy();

    @Message("Last 30 days")
    String lately();

    @Message("event")
    String event();

    @Message("page")
    String page();

    @Message("campaign")
    String campaign();

    @Message("channel")
    String channel();

    @Message("An arrival by a campaign like this")
    String kindCampaign();

    @Message("An arrival in this channel")
    String kindChannel();

    @Message("An event of this name")
    String kindEvent();

    @Message("A view of a page like this")
    String kindPage();

    @Message("Name or path")
    String value();

    @Message(
            "An event's name such as purchase, a path such as /pricing*, a campaign such as spring*, where * stands for anything, or a channel such as Paid social.")
    String valueHint();

    @Message("Give an event's name, or a path that begins with / or *; at most 200 characters.")
    String valueBad();

    @Message("This is every page: a goal that everybody reaches tells nobody apart.")
    String everyPage();

    @Message("Every visit of the last 30 days reached this: a goal that everybody reaches tells nobody apart.")
    String everyVisit();

    @Message("There is no channel of this name.")
    String channelBad();

    @Message("Name")
    String name();

    @Message("Give the goal a name of at most 200 characters.")
    String nameBad();

    @Message("A goal is reached by an event, by a page or by an arrival.")
    String kindBad();

    @Message("Add a goal")
    String add();

    @Message("Add goal")
    String addButton();

    @Message("Edit goal")
    String edit();

    @Message("default")
    String isDefault();

    @Message("Make default")
    String makeDefault();

    @Message("Happened {count} {#if count.plural == 'one'}time{#else}times{/if} in the last 30 days.")
    String happened(Counted count);

    @Message("The goal \"{name}\" is saved; its days are being counted anew.")
    String goalSaved(String name);

    @Message("The goal \"{name}\" is removed.")
    String goalRemoved(String name);

    @Message("\"{name}\" is now the default goal: what conversion rates count unless another is asked for.")
    String defaultSaved(String name);

    @Message("No goals yet")
    String none();

    @Message("Add one below to see conversion rates.")
    String noneText();

    @Message("Pages")
    String pages();

    @Message("Pages are known by their path, in one spelling: /caf%C3%A9 and /café, /a//b and /a/b are one page.")
    String pagesNote();

    @Message("A slash at the end")
    String slash();

    @Message("Means nothing: /offers/ and /offers are one page")
    String slashMeansNothing();

    @Message("Matters: /offers/ and /offers are two pages")
    String slashMatters();

    @Message("Saved; pages are being counted anew where their name has changed.")
    String pagesSaved();
}
