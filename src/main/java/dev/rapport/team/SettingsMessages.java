package dev.rapport.team;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the general settings and of what all settings pages share. */
@MessageBundle("settings")
public interface SettingsMessages {
    @Message("Settings")
    String title();

    @Message("How Rapport reports, for everybody. Only administrators see these pages; every change is noted below.")
    String lead();

    @Message("General")
    String general();

    @Message("Exchange rates")
    String rates();

    @Message("Channels")
    String channels();

    @Message("Segments")
    String segments();

    @Message("Surveys")
    String surveys();

    @Message("Goals")
    String goals();

    @Message("Features")
    String features();

    @Message("Product use")
    String product();

    @Message("Social engagement")
    String social();

    @Message("Reasons")
    String reasons();

    @Message("Health")
    String health();

    @Message("Journey")
    String journey();

    @Message("API keys")
    String apiKeys();

    @Message("Save")
    String save();

    @Message("Cancel")
    String cancel();

    @Message("Edit")
    String edit();

    @Message("Actions")
    String actions();

    @Message("Saved.")
    String saved();

    @Message("Saved. All days are being counted anew in the new time zone; figures change when that is done.")
    String zoneSaved();

    @Message("Days, weeks and money")
    String reporting();

    @Message("Time zone")
    String zone();

    @Message("Where a day begins and ends. A change counts all days anew, which takes a while with much data."
            + " Days are counted by the time zone tables {version}.")
    String zoneHint(String version);

    @Message("Choose a time zone from the list, such as Europe/Berlin.")
    String zoneUnknown();

    @Message("Weeks begin on")
    String weekStart();

    @Message("Choose a day of the week.")
    String weekStartUnknown();

    @Message("Currency")
    String currency();

    @Message("All amounts are kept in it. A change does not convert the amounts there are.")
    String currencyHint();

    @Message(
            "There are exchange rates, or amounts that say another currency: they would become wrong. Remove the rates and undo these imports first.")
    String currencyBound();

    @Message("Choose a currency from the list.")
    String currencyUnknown();

    @Message("Customers")
    String customers();

    @Message("A customer is somebody who")
    String customerRule();

    @Message("has a running subscription, or without any ordered lately")
    String ruleAuto();

    @Message("has a running subscription")
    String ruleSubscription();

    @Message("ordered lately")
    String ruleOrders();

    @Message("Choose who counts as a customer.")
    String ruleUnknown();

    @Message("Lately means within so many days")
    String churnWindow();

    @Message("Who has not ordered for longer counts as lost.")
    String churnWindowHint();

    @Message("Give a whole number of days from 1 to 3650.")
    String churnWindowBad();

    @Message("Benchmarks")
    String benchmarks();

    @Message("Size of the company")
    String companySize();

    @Message("Some benchmarks differ by it: how often pages are viewed in a month.")
    String companySizeHint();

    @Message("small or middling")
    String companySmall();

    @Message("large")
    String companyLarge();

    @Message("Choose a size from the list.")
    String companySizeUnknown();

    @Message("Latest changes")
    String changes();

    @Message("When")
    String when();

    @Message("Who")
    String who();

    @Message("What")
    String what();

    @Message("Details")
    String details();

    @Message("Nothing has been changed yet.")
    String noChanges();

    @Message("Support")
    String support();

    @Message("Names of agents")
    String agents();

    @Message("Shown")
    String agentsShown();

    @Message("Not shown")
    String agentsHidden();

    @Message(
            "Not shown: no page, file or answer of the API says which agent has a ticket or took a call. Teams and priorities stay.")
    String agentsHint();

    @Message("Choose whether agents are named.")
    String agentsUnknown();

    @Message("Cost per ticket")
    String costPerTicket();

    @Message(
            "On average, in the reporting currency: what an hour costs, times how long a ticket takes. Empty: not known.")
    String costPerTicketHint();

    @Message("An amount like 12.50, or nothing.")
    String costPerTicketBad();
}
