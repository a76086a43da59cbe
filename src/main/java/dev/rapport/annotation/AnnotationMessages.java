package dev.rapport.annotation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of annotations; {@code kind_...} are found by the key of the kind. */
@MessageBundle("annotations")
public interface AnnotationMessages {
    @Message("Annotations")
    String title();

    @Message("What happened while the figures moved. Every chart in range shows it.")
    String lead();

    @Message(key = "kind_launch", value = "Launch")
    String kindLaunch();

    @Message(key = "kind_outage", value = "Outage")
    String kindOutage();

    @Message(key = "kind_campaign", value = "Campaign")
    String kindCampaign();

    @Message(key = "kind_other", value = "Note")
    String kindOther();

    @Message("Kind")
    String kind();

    @Message("What happened")
    String what();

    @Message("Say what happened in at most 200 characters.")
    String whatBad();

    @Message("Day")
    String firstDay();

    @Message("To")
    String lastDay();

    @Message("Leave empty when it was one day.")
    String lastDayHint();

    @Message("Give a day; the last must not lie before the first.")
    String daysBad();

    @Message("There is no such kind: choose one of the list.")
    String kindBad();

    @Message("There is no such channel: choose one of the list, or all.")
    String channelBad();

    @Message("When")
    String when();

    @Message("Channel")
    String channel();

    @Message("All channels")
    String allChannels();

    @Message("By")
    String by();

    @Message("Add an annotation")
    String add();

    @Message("Add annotation")
    String addButton();

    @Message("Edit annotation")
    String edit();

    @Message("Nothing noted yet")
    String none();

    @Message("Note a launch, an outage or a campaign, and every chart will show it.")
    String noneText();

    @Message("\"{what}\" is on the time line.")
    String saved(String what);

    @Message("\"{what}\" is removed.")
    String removed(String what);
}
