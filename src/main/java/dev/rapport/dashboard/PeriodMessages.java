package dev.rapport.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Names periods, grains and comparisons. */
@MessageBundle("period")
public interface PeriodMessages {
    @Message("Today")
    String today();

    @Message("Yesterday")
    String yesterday();

    @Message("Last 7 days")
    String last7Days();

    @Message("Last 30 days")
    String last30Days();

    @Message("Last 90 days")
    String last90Days();

    @Message("Last 12 months")
    String last12Months();

    @Message("This week")
    String thisWeek();

    @Message("Last week")
    String lastWeek();

    @Message("This month")
    String thisMonth();

    @Message("Last month")
    String lastMonth();

    @Message("This quarter")
    String thisQuarter();

    @Message("Last quarter")
    String lastQuarter();

    @Message("This year")
    String thisYear();

    @Message("Last year")
    String lastYear();

    @Message("All time")
    String allTime();

    @Message("No comparison")
    String compareNone();

    @Message("Previous period")
    String comparePrevious();

    @Message("Same period last year")
    String compareLastYear();

    @Message("Hour")
    String hour();

    @Message("Day")
    String day();

    @Message("Week")
    String week();

    @Message("Month")
    String month();

    @Message("Quarter")
    String quarter();

    @Message("Year")
    String year();

    @Message("Q{quarter} {year}")
    String quarterOf(int quarter, int year);

    @Message("compared with {period}")
    String comparedWith(String period);
}
