package dev.rapport.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Names the ways in which a metric can be counted. */
@MessageBundle("option")
public interface OptionMessages {
    @Message("Goal")
    String goal();

    @Message("Survey")
    String survey();

    @Message("Same dates or weekdays")
    String optionAlign();

    @Message("Same dates")
    String alignDate();

    @Message("Same weekdays")
    String alignWeekday();

    @Message("Active by")
    String activity();

    @Message("Counted in other ways")
    String alternatives();

    @Message("Mean of the days")
    String meanOfDays();

    @Message("On {day}")
    String onDay(String day);

    @Message("Unit")
    String optionUnit();

    @Message("Statistic")
    String optionStat();

    @Message("Day of resolution")
    String optionDated();

    @Message("Known")
    String datedKnown();

    @Message("Not known, by the day they were created")
    String datedUnknown();

    @Message("Waiting tickets")
    String optionWaiting();

    @Message("Contact")
    String optionContact();

    @Message("After a contact")
    String contactWith();

    @Message("Without a contact")
    String contactWithout();

    @Message("Difference")
    String contactDifference();

    @Message("Single-hit visits")
    String optionWithoutSingle();

    @Message("Divided by")
    String optionBase();

    @Message("Per person")
    String unitPeople();

    @Message("Per visit")
    String unitSessions();

    @Message("Median")
    String statMedian();

    @Message("90th percentile")
    String statP90();

    @Message("Mean")
    String statMean();

    @Message("Waiting tickets counted")
    String waitingCounted();

    @Message("Without waiting tickets")
    String waitingLeftOut();

    @Message("Single hits as 0")
    String singleCounted();

    @Message("Without single hits")
    String singleLeftOut();

    @Message("Active people")
    String optionActive();

    @Message("Of the day")
    String activeOfTheDay();

    @Message("Of 30 days")
    String activeOfMonth();

    @Message("Customers at the start")
    String baseStart();

    @Message("All customers of the period")
    String baseAll();

    @Message("Compared")
    String optionRate();

    @Message("Clicks")
    String rateClicks();

    @Message("Conversions")
    String rateConversions();

    @Message("Divided by")
    String optionPer();

    @Message("Impressions")
    String perImpressions();

    @Message("Followers")
    String perFollowers();

    @Message("Band")
    String optionBand();

    @Message("At risk")
    String bandAtRisk();

    @Message("Watch")
    String bandWatch();

    @Message("Healthy")
    String bandHealthy();

    @Message("Cost taken off")
    String optionNet();

    @Message("Nothing taken off")
    String netGross();

    @Message("Support taken off")
    String netSupport();
}
