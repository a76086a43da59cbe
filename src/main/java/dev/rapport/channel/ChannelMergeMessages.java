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

    @Message(
            "{#switch kind}{#case 'tickets'}{count} {#if count.plural == 'one'}ticket{#else}tickets{/if}{#case 'calls'}{count} {#if count.plural == 'one'}call{#else}calls{/if}{#case 'responses'}{count} {#if count.plural == 'one'}answer{#else}answers{/if}{#case 'invitations'}{count} {#if count.plural == 'one'}invitation{#else}invitations{/if}{#case 'orders'}{count} {#if count.plural == 'one'}order line{#else}order lines{/if}{#case 'subscriptions'}{count} {#if count.plural == 'one'}subscription{#else}subscriptions{/if}{#case 'campaign-days'}{count} {#if count.plural == 'one'}day of campaigns{#else}days of campaigns{/if}{#case 'posts'}{count} {#if count.plural == 'one'}post{#else}posts{/if}{#case 'mentions'}{count} {#if count.plural == 'one'}mention{#else}mentions{/if}{#case 'rules'}{count} {#if count.plural == 'one'}rule{#else}rules{/if}{#case 'targets'}{count} {#if count.plural == 'one'}target{#else}targets{/if}{#case 'annotations'}{count} {#if count.plural == 'one'}note on the time line{#else}notes on the time line{/if}{#case}{count} {#if count.plural == 'one'}way of arriving{#else}ways of arriving{/if}{/switch}")
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
