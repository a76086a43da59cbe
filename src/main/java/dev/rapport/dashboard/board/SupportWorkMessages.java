package dev.rapport.dashboard.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the page on who answers tickets, and in which hours more is asked than answered. */
@MessageBundle("work")
public interface SupportWorkMessages {
    @Message("Agents and hours")
    String title();

    @Message(
            "Tickets, replies and satisfaction by agent, team, priority or issue type, and the hours in which more is asked than answered.")
    String lead();

    @Message("Satisfaction is that of answers which say their ticket.")
    String ofTickets();

    @Message("By weekday and hour")
    String hours();

    @Message("Most in one hour: {hour}.")
    String busiest(String hour);

    @Message("Weekday")
    String weekday();

    @Message("Whole day")
    String wholeDay();

    @Message("Asked and answered by hour")
    String balance();

    @Message(
            "All days of the period together. More asked than answered: people are missing in this hour, or in those before.")
    String balanceText();

    @Message("Hour")
    String hour();

    @Message("Asked, not answered")
    String missing();

    @Message("Most is left waiting from {from} to {to}: {created} tickets created, {answered} first replies.")
    String mostMissing(String from, String to, String created, String answered);
}
