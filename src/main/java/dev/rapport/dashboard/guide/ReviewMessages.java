package dev.rapport.dashboard.guide;

import dev.rapport.words.Counted;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of looking at a target again. */
@MessageBundle("review")
public interface ReviewMessages {
    @Message("Review a target")
    String title();

    @Message("What changed since {day}, when somebody last looked at it.")
    String since(String day);

    @Message("What changed since {day}, when it was set.")
    String sinceSet(String day);

    @Message("Target")
    String target();

    @Message("Then")
    String then();

    @Message("Now")
    String now();

    @Message("Change")
    String change();

    @Message("{count} {#if count.plural == 'one'}day{#else}days{/if} before each of the two")
    String days(Counted count);

    @Message("Met then")
    String metThen();

    @Message("Met now")
    String metNow();

    @Message("yes")
    String yes();

    @Message("no")
    String no();

    @Message("What happened meanwhile")
    String happened();

    @Message("Nothing is noted on the time line since.")
    String nothing();

    @Message("Is it still the right target? If your goal has changed, change the target or remove it.")
    String question();

    @Message("Reviewed; next on")
    String next();

    @Message("Give a day from today on.")
    String nextBad();

    @Message("Mark as reviewed")
    String done();

    @Message("The target is reviewed")
    String saved();

    @Message("This metric is no longer measured: remove the target.")
    String gone();
}
