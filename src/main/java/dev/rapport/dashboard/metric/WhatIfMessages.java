package dev.rapport.dashboard.metric;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of "what if churn grew?". */
@MessageBundle("whatif")
public interface WhatIfMessages {
    @Message("What if churn grew?")
    String title();

    @Message("Customers and revenue lost within a year, if each such period lost so much more.")
    String lead();

    @Message("Points more")
    String points();

    @Message("Work out")
    String go();

    @Message("All channels")
    String total();

    @Message("Customers now")
    String customers();

    @Message("Churn")
    String churn();

    @Message("Then")
    String grown();

    @Message("Lost in a year")
    String lost();

    @Message("More lost")
    String moreLost();

    @Message("Revenue of a year")
    String revenue();

    @Message("Less revenue")
    String lessRevenue();

    @Message(
            "In the year customers leave evenly at the rate of this period, and nobody new is counted. Revenue is monthly recurring revenue times 12.")
    String byRecurring();

    @Message(
            "In the year customers leave evenly at the rate of this period, and nobody new is counted. Revenue is what this period brought, for 365 days.")
    String byRevenue();
}
