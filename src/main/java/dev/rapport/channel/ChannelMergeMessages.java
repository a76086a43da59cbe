package dev.rapport.channel;

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
            "{#switch kind}{#case 'tickets'}{count} tickets{#case 'calls'}{count} calls{#case 'responses'}{count} answers{#case 'invitations'}{count} invitations{#case 'orders'}{count} order lines{#case 'subscriptions'}{count} subscriptions{#case 'campaign-days'}{count} days of campaigns{#case 'posts'}{count} posts{#case 'mentions'}{count} mentions{#case 'rules'}{count} rules{#case 'targets'}{count} targets{#case 'annotations'}{count} notes on the time line{#case}{count} ways of arriving{/switch}")
    String use(String kind, long count);

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
