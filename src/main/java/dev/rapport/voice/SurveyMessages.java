package dev.rapport.voice;

import dev.rapport.words.Counted;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the surveys' settings. */
@MessageBundle("surveys")
public interface SurveyMessages {
    @Message("Surveys")
    String title();

    @Message("What customers are asked. Imports bring surveys with their answers; each has one kind and one scale.")
    String lead();

    @Message("No surveys yet")
    String none();

    @Message("They come with the first import of answers.")
    String noneText();

    @Message("Survey")
    String survey();

    @Message("Name")
    String name();

    @Message("Give the survey a name of at most 200 characters.")
    String nameBad();

    @Message("Kind")
    String kind();

    @Message(
            "{#switch kind}{#case 'nps'}recommendation (NPS){#case 'csat'}satisfaction (CSAT){#case 'ces'}effort (CES){#case 'rating'}rating{#case}{kind}{/switch}")
    String kindName(String kind);

    @Message("Scale")
    String scale();

    @Message("Answers")
    String answers();

    @Message("From")
    String sources();

    @Message("Edit survey")
    String edit();

    @Message("Rename")
    String rename();

    @Message("Merge into another survey")
    String merge();

    @Message(
            "Its answers count as the other’s from then on, and files that name this survey mean the other. This cannot be taken back.")
    String mergeNote();

    @Message(
            "No other survey has the same kind, scale and direction: answers on different scales are never put together.")
    String noneAlike();

    @Message("Into")
    String into();

    @Message("Merge")
    String mergeButton();

    @Message("Remove survey")
    String removal();

    @Message("Nothing speaks of it.")
    String removalNote();

    @Message(
            "{#if count.plural == 'one'}{count} answer or invitation speaks of it{#else}{count} answers or invitations speak of it{/if}, counting former versions: undo their imports, or merge the survey into another.")
    String spokenOf(Counted count);

    @Message("Choose another survey.")
    String chooseBad();

    @Message(
            "It cannot be merged into “{other}”: {#switch difference}{#case 'KIND'}the two are of different kinds.{#case 'SCALE'}their scales differ.{#case 'DIRECTION'}in one of them lower is better.{#case}their scores count as different answers.{/switch}")
    String differs(String other, String difference);

    @Message("An import is being stored. Try again in a moment.")
    String busy();

    @Message("“{name}” is saved.")
    String saved(String name);

    @Message("“{name}” is part of “{other}” now; its days are being counted anew.")
    String merged(String name, String other);

    @Message("“{name}” is removed.")
    String removed(String name);
}
