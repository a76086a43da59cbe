package dev.rapport.channel;

import dev.rapport.words.Counted;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts for merging and removing channels. */
@MessageBundle("channelMerge")
public interface ChannelMergeMessages {
    @Message("Merge or remove a channel")
    String title();

    @Message("Merge or remove")
    String open();

    @Message("What speaks of it")
    String uses();

    @Message("Nothing.")
    String nothing();

    /** Of what people set up for a channel; {@code fact:use} says it of facts. */
    @Message(
            "{#switch kind}{#case 'rules'}{count} {#if count.plural == 'one'}rule{#else}rules{/if}{#case 'targets'}{count} {#if count.plural == 'one'}target{#else}targets{/if}{#case 'annotations'}{count} {#if count.plural == 'one'}note on the time line{#else}notes on the time line{/if}{#case}{count} {#if count.plural == 'one'}way of arriving{#else}ways of arriving{/if}{/switch}")
    String use(String kind, Counted count);

    @Message("Merge into another channel")
    String merge();

    @Message(
            "What is in it counts as the other from then on, rules included, and its name becomes another spelling of the other, so that the next file finds it. This cannot be taken back.")
    String mergeNote();

    @Message("Into")
    String into();

    @Message("Merge")
    String mergeButton();

    @Message("Remove channel")
    String removal();

    @Message("Nothing speaks of it.")
    String removalNote();

    @Message("Something speaks of it: merge it into another channel, and it is gone.")
    String spokenOf();

    @Message("Rules and figures go by this channel: it cannot be merged into another or removed.")
    String needed();

    @Message("Choose another channel.")
    String chooseBad();

    @Message("An import is being stored. Try again in a moment.")
    String busy();

    @Message("“{name}” is part of “{other}” now; its days are being counted anew.")
    String merged(String name, String other);

    @Message("“{name}” is removed.")
    String removed(String name);
}
