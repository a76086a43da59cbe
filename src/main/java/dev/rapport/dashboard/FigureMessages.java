package dev.rapport.dashboard;

import dev.rapport.words.Counted;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Says what stands around a figure: its change, its interval, its benchmark. */
@MessageBundle("figure")
public interface FigureMessages {
    @Message("no data")
    String noData();

    @Message("no clear change")
    String noClearChange();

    @Message("unchanged")
    String unchanged();

    @Message("too little history to judge")
    String tooLittleHistory();

    @Message("better")
    String gotBetter();

    @Message("worse")
    String gotWorse();

    @Message("changed")
    String gotDifferent();

    @Message("by less than is shown")
    String lessThanShown();

    @Message("{compared} compared, {picked} stand out")
    String standOut(String compared, String picked);

    @Message("{compared} compared, 1 stands out")
    String standsOut(String compared);

    @Message("{compared} compared, none stands out")
    String noneStandsOut(String compared);

    @Message("of so many compared, this may be chance")
    String doesNotStandOut();

    @Message("Marked is what stands out among all that is compared here: at most one in twenty of these is chance "
            + "(Benjamini and Hochberg). A figure alone is judged by itself on its own page.")
    String howPicked();

    @Message("{difference} pts")
    String points(String difference);

    @Message("was {before}")
    String was(String before);

    @Message("n = {n}")
    String observations(String n);

    @Message("95% interval {low} to {high}")
    String interval(String low, String high);

    @Message("few observations (n = {n}): read with care")
    String few(String n);

    @Message("Target")
    String target();

    @Message("Benchmark: {bands} · {source}")
    String benchmarkOf(String bands, String source);

    @Message("poor")
    String poor();

    @Message("typical")
    String typical();

    @Message("good")
    String good();

    @Message("great")
    String great();

    @Message("excellent")
    String excellent();

    @Message("very good")
    String veryGood();

    @Message("healthy")
    String healthy();

    @Message("below typical")
    String below();

    @Message("above typical")
    String above();

    @Message("{label} below {to}")
    String bandBelow(String label, String to);

    @Message("{label} up to {to}")
    String bandUpTo(String label, String to);

    @Message("{label} from {from}")
    String bandFrom(String label, String from);

    @Message("{label} above {from}")
    String bandAbove(String label, String from);

    @Message(
            "{#switch kind}{#case 'saas'}software by subscription{#case 'small'}small companies{#case 'large'}large companies{#case}{kind}{/switch}: {bands}")
    String bandsOf(String kind, String bands);

    @Message("{label} {from} to {to}")
    String bandBetween(String label, String from, String to);

    @Message("Before")
    String before();

    @Message("Change")
    String change();

    @Message("Value")
    String value();

    @Message("Period")
    String bucket();

    @Message("unfinished")
    String unfinished();

    @Message("As a table")
    String asTable();

    @Message("change without today, which is not over: {now} with {before}")
    String judgedOver(String now, String before);

    @Message("no change is told before a day is over")
    String judgedLater();

    @Message("no data to compare")
    String nothingBeforeAny();

    @Message("no data to compare before {day}")
    String nothingBefore(String day);

    @Message("no day is over yet")
    String nothingOver();

    @Message("{now} without today, {was}")
    String withoutToday(String now, String was);

    @Message("{apart} by {by}, {together} {#if together.plural == 'one'}person{#else}people{/if}, {several} in several")
    String overlap(String apart, String by, Counted together, String several);

    @Message("In the total everybody counts once, however many channels or segments they are counted in.")
    String overlapTitle();

    @Message("{values}; {what} is for {length}")
    String otherLength(String values, String what, String length);

    @Message(
            "{#switch grain}{#case 'hour'}hourly values{#case 'day'}daily values{#case 'week'}weekly values{#case 'month'}monthly values{#case 'quarter'}quarterly values{#case}yearly values{/switch}")
    String valuesBy(String grain);

    @Message(
            "{#switch span}{#case 'day'}a day{#case 'week'}7 days{#case 'month'}30 days{#case 'quarter'}a quarter{#case}a year{/switch}")
    String lengthOf(String span);

    @Message("for {length}")
    String forLength(String length);

    @Message("too early to judge")
    String tooEarly();
}
