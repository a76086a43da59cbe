package dev.rapport.dashboard.metric;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Names the parts of a definition and says how a figure is judged. */
@MessageBundle("definition")
public interface DefinitionMessages {
    @Message("Judged by")
    String judgedBy();

    @Message("how much it changed from week to week over the {weeks} weeks before this period; t, 95%")
    String judgedByWeeks(int weeks);

    @Message("how much it changed from {each} weeks to the next {each} over the {weeks} weeks before this period; "
            + "t, 95%")
    String judgedByBlocks(int weeks, int each);

    @Message("the intervals of both figures, 95%")
    String judgedByIntervals();

    @Message("the intervals of both figures, or how much it changed over the {weeks} weeks before where that is more; "
            + "95%")
    String judgedByBoth(int weeks);

    @Message("not judged: fewer than 8 weeks of data before this period")
    String notJudged();

    @Message("nothing is compared")
    String nothingJudged();

    @Message("Benchmark")
    String benchmark();

    @Message("Days compared")
    String comparedDays();

    @Message(
            "A change is told of days that are over, held against as many before, or up to the same day of the month, quarter "
                    + "or year before; of none where fewer than half of the compared days have data.")
    String comparedDaysAre();

    @Message("Definition")
    String definition();

    @Message("Formula")
    String formula();

    @Message("Why look at it")
    String why();

    @Message("What may lie behind it")
    String causes();

    @Message("What to do")
    String remedies();

    @Message("Common misreading")
    String misreading();

    @Message("Exact, not estimated")
    String exact();

    @Message("Modelled")
    String modelled();

    @Message("Kind")
    String kind();

    @Message("Adds up over days, channels and segments")
    String adds();

    @Message("Does not add up: asked anew for every period, channel and segment")
    String addsNot();

    @Message("Time zone")
    String zone();

    @Message("Data until")
    String freshness();

    @Message("nothing has been computed yet")
    String notYet();

    @Message("Restated")
    String restated();

    @Message("never since it was first shown")
    String restatedNever();

    @Message("Sources")
    String sources();

    @Message("Interval")
    String uncertainty();

    @Message("Better")
    String better();

    @Message("higher is better")
    String betterUp();

    @Message("lower is better")
    String betterDown();

    @Message("neither direction is better by itself")
    String betterNeither();

    @Message("Wilson, 95%")
    String intervalWilson();

    @Message("Newcombe, from the Wilson intervals, 95%")
    String intervalNewcombe();

    @Message("normal, from the variance of the answers, 95%")
    String intervalNormal();

    @Message("t interval of the mean, 95%")
    String intervalMean();

    @Message("order statistics, 95%")
    String intervalMedian();

    @Message("none: counted, not sampled")
    String intervalNone();
}
