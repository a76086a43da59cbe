package dev.rapport.dashboard.guide;

import dev.rapport.words.Counted;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the sentences of the common mistakes with one's own figures in them. */
@MessageBundle("mistakes")
public interface MistakesMessages {
    @Message("Ten common mistakes")
    String title();

    @Message("What goes wrong with metrics, what to do instead, and what your own data says of it.")
    String lead();

    @Message("Instead:")
    String instead();

    @Message("In your data:")
    String here();

    @Message("Your data shows nothing of it just now, or has too little to show it.")
    String notSeen();

    @Message("Look at it")
    String look();

    @Message("{count} went from {countBefore} to {countNow} while {rate} went from {rateBefore} to {rateNow}.")
    String vanity(String count, String countBefore, String countNow, String rate, String rateBefore, String rateNow);

    @Message("Visits last {mean} on average, but half of them {median} or less.")
    String average(String mean, String median);

    @Message("{metric} is {total} in total: {high} for {highest}, {low} for {lowest}.")
    String segments(String metric, String total, String high, String highest, String low, String lowest);

    @Message("{metric} on your list has neither a target nor a benchmark.")
    String context(String metric);

    @Message("Your list has {count} {#if count.plural == 'one'}metric{#else}metrics{/if}.")
    String overload(Counted count);

    @Message(
            "{metric}: {week} in the last 7 days against the 7 before, but {year} in the last 365 days against the year before.")
    String shortTerm(String metric, String week, String year);

    @Message("Nobody has looked at {count} {#if count.plural == 'one'}target{#else}targets{/if} for a quarter.")
    String fixed(Counted count);

    @Message("{share} of low scores were followed up, {n} in all.")
    String voice(String share, String n);

    @Message("Imports of the last 90 days refused {rejected} of {read} rows.")
    String quality(String rejected, String read);

    @Message("{channel} brings {share} of all visits.")
    String channel(String channel, String share);
}
