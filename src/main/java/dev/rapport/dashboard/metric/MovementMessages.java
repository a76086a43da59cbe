package dev.rapport.dashboard.metric;

import dev.rapport.words.Counted;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of "why did it move?". */
@MessageBundle("moved")
public interface MovementMessages {
    @Message("Why did it move?")
    String title();

    @Message("The change, split into parts that add up to it.")
    String lead();

    @Message("Mix of channels")
    String channelMix();

    @Message("Mix of segments within channels")
    String segmentMix();

    @Message("Rates within channels and segments")
    String rates();

    @Message("Counted in more than one")
    String overlap();

    @Message("{count} other {#if count.plural == 'one'}channel{#else}channels{/if}")
    String otherChannels(Counted count);

    @Message("Before")
    String before();

    @Message("Now")
    String now();

    @Message("Change")
    String change();

    @Message("Step")
    String step();

    @Message("Value")
    String value();

    @Message("Channel")
    String channel();

    @Message("from mix")
    String fromMix();

    @Message("from rate")
    String fromRate();

    @Message("together")
    String together();

    @Message("By itself")
    String byItself();

    @Message("{count} more {#if count.plural == 'one'}part{#else}parts{/if}")
    String more(Counted count);

    @Message(
            "No clear change: it changes as much from one period to the next when nothing happens, so the parts may be "
                    + "chance, too.")
    String unclear();

    @Message(
            "There is no data, or of few days only, of the time compared with: the change is no change of what happened.")
    String nothingBefore();

    @Message("Too little history to judge: the change and its parts may be chance.")
    String tooLittleHistory();

    @Message(
            "Mix: a channel or segment with a higher or lower rate got a larger or smaller share. Rate: within a channel "
                    + "and segment the rate itself changed. Each is weighed with the mean of both periods (Kitagawa 1955), so that "
                    + "nothing is left over.")
    String howQuotient();

    @Message("Each channel adds what it rose or fell by. Who counts in several channels or segments counts once in the "
            + "whole; that difference is a step of its own.")
    String howCount();

    @Message("Choose a comparison to see what the change is made of.")
    String nothingCompared();

    @Message("Compare with the previous period")
    String comparePrevious();

    @Message(
            "This figure cannot be split: it is a median, is not known by segment, or one of the two periods has no data.")
    String notSplit();

    @Message("No parts to tell apart")
    String cannotSplit();

    @Message("too early to judge")
    String tooEarly();
}
