package dev.rapport.target;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of targets; {@code state_...}, {@code span_...} and {@code bound_...} are found by their keys. */
@MessageBundle("targets")
public interface TargetMessages {
    @Message("Targets")
    String title();

    @Message("What your teams want the figures to be. Cards, charts, tables and files say whether they are.")
    String lead();

    @Message("""
            A target holds from its day on, until a newer one for the same metric, channel and segment begins. A figure is held \
            against the target of exactly its channel and its segment, on the last day of its period: the general one where \
            nothing is narrowed, that of chat where chat alone is looked at, none where several are looked at together. A target \
            for the metric counted in its usual way is not held against other ways to count it.""")
    String rule();

    @Message("""
            The target of a sum is for a day, week, month, quarter or year, and counts in proportion to the days of other \
            periods. What depends on the length of its period (people, conversion, retention, churn) is for one of them, and held \
            against periods of that length only. Anything else may be for any period.""")
    String spanRule();

    @Message("Metric")
    String metric();

    @Message("Choose a metric.")
    String metricBad();

    @Message("Target")
    String value();

    @Message(
            "A plain number such as 80 or 1200.50, rates in per cent, money in the reporting currency; durations such as 45 s, 20 min, 8 h or 2 d.")
    String valueHint();

    @Message("Give a number such as 80 or 1200.50, without commas; for a duration 45 s, 20 min, 8 h or 2 d.")
    String valueBad();

    @Message("Met when")
    String bound();

    @Message("the better side is reached")
    String boundUsual();

    @Message(key = "bound_at_least", value = "at least")
    String boundAtLeast();

    @Message(key = "bound_at_most", value = "at most")
    String boundAtMost();

    @Message("Neither direction is better for this metric: choose at least or at most.")
    String boundBad();

    @Message("For")
    String span();

    @Message("any period")
    String spanAny();

    @Message(key = "span_day", value = "a day")
    String spanDay();

    @Message(key = "span_week", value = "a week")
    String spanWeek();

    @Message(key = "span_month", value = "a month")
    String spanMonth();

    @Message(key = "span_quarter", value = "a quarter")
    String spanQuarter();

    @Message(key = "span_year", value = "a year")
    String spanYear();

    @Message("This depends on the length of the period: say for how long the target is.")
    String spanBad();

    @Message("From")
    String from();

    @Message("Give a day.")
    String fromBad();

    @Message("There is no such channel: choose one of the list, or all.")
    String channelBad();

    @Message("There is no such segment: choose one of the list, or everybody.")
    String segmentBad();

    @Message("Channel")
    String channel();

    @Message("All channels")
    String allChannels();

    @Message("Segment")
    String segment();

    @Message("All customers")
    String everybody();

    @Message("By")
    String by();

    @Message("There is a target for the same metric, channel and segment from that day on. Change that one.")
    String twin();

    @Message("Review on")
    String review();

    @Message("The day on which you want to look at it again. Then its page says what changed since.")
    String reviewHint();

    @Message("Give the day of the review as a date.")
    String reviewBad();

    @Message("The day of the review is over. Choose one from today on.")
    String reviewPast();

    @Message("due")
    String reviewDue();

    @Message("Review")
    String reviewNow();

    @Message("Set a target")
    String add();

    @Message("Set target")
    String addButton();

    @Message("Edit target")
    String edit();

    @Message("No targets yet")
    String none();

    @Message("Set one, and every card and chart of the metric will say whether it is met.")
    String noneText();

    @Message("The target is set.")
    String saved();

    @Message("The target is removed.")
    String removed();

    @Message(key = "state_met", value = "met")
    String stateMet();

    @Message(key = "state_missed", value = "missed")
    String stateMissed();

    @Message(key = "state_open", value = "still open")
    String stateOpen();

    @Message(key = "state_no_data", value = "no data")
    String stateNoData();

    @Message("Target {value}")
    String of(String value);

    @Message("{bound} {value}, since {from}")
    String details(String bound, String value, String from);
}
