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

    @Message("What answers count as")
    String counting();

    @Message(
            "Which answers are which: numbers or ranges, such as 9-10 or 1-3, 5. A change is counted again for all days, and holds for files that come later.")
    String countingNote();

    @Message("Scores count as they are, each at its place on the scale. A word has the place that is said here.")
    String countingByPlace();

    @Message(
            "{#switch name}{#case 'promoter'}Promoters{#case 'passive'}Passives{#case 'detractor'}Detractors{#case 'good'}Satisfied{#case 'bad'}Not satisfied{#case}{name}{/switch}")
    String className(String name);

    @Message("Answers in words")
    String words();

    @Message("One a line, with its place on the scale: very much = 5")
    String wordsHint();

    @Message("Answer")
    String answer();

    @Message("Place on the scale")
    String place();

    @Message("Counts as")
    String countsAs();

    @Message("How often")
    String times();

    @Message("Save and count again")
    String countButton();

    @Message("“{name}” counts as said from now on; its days are being counted anew.")
    String counted(String name);

    @Message(
            "{#switch kind}{#case 'UNREADABLE'}“{what}” cannot be read: write numbers or ranges for a class, and a word with its place on the scale.{#case 'OUTSIDE_SCALE'}“{what}” lies outside of the scale.{#case 'OVERLAP'}{what} stands in more than one class, or twice.{#case 'GAP'}{what} stands in no class: give each point of the scale one.{#case 'EMPTY_CLASS'}{#switch what}{#case 'promoter'}No answer counts as promoter.{#case 'detractor'}No answer counts as detractor.{#case 'good'}No answer counts as satisfied.{#case}No answer counts as not satisfied.{/switch} Give it one at least.{#case 'UNKNOWN_CLASS'}There is no class “{what}”.{#case 'WORD_TWICE'}“{what}” stands there twice: a word has one place.{#case 'WORD_MISSING'}Customers have answered “{what}”: give it a place.{#case 'WORD_TOO_LONG'}“{what}” is too long for an answer.{#case}There are more than {what} words: that is no scale.{/switch}")
    String answerFault(String kind, String what);

    @Message("An import is being stored. Try again in a moment.")
    String busy();

    @Message("“{name}” is saved.")
    String saved(String name);

    @Message("“{name}” is part of “{other}” now; its days are being counted anew.")
    String merged(String name, String other);

    @Message("“{name}” is removed.")
    String removed(String name);
}
