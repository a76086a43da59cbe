package dev.rapport.team;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** The general settings: what is in force or was just sent, and who changed what lately. */
public record SettingsPage(
        Reporting reporting,
        Customers customers,
        Support support,
        ZoneId zone,
        Collection<String> zones,
        List<Change> changes) {
    private static final int CHANGES = 20;

    /** One of a list to choose from. */
    public record Option(String value, String text, boolean chosen) {}

    public record Reporting(
            String zone,
            boolean zoneUnknown,
            List<Option> weekStarts,
            boolean weekStartUnknown,
            List<Option> currencies,
            boolean currencyUnknown,
            boolean currencyBound) {

        static Reporting of(ReportingForm form, Locale locale) {
            return new Reporting(
                    form.zoneText(),
                    form.zone().isEmpty(),
                    Arrays.stream(DayOfWeek.values())
                            .map(day -> new Option(
                                    Integer.toString(day.getValue()),
                                    day.getDisplayName(TextStyle.FULL_STANDALONE, locale),
                                    form.weekStart().equals(java.util.Optional.of(day))))
                            .toList(),
                    form.weekStart().isEmpty(),
                    currencies(form.currencyText(), locale),
                    form.currency().isEmpty(),
                    false);
        }

        /** There are amounts or rates that hold only as long as the reporting currency stays. */
        Reporting bound() {
            return new Reporting(zone, zoneUnknown, weekStarts, weekStartUnknown, currencies, currencyUnknown, true);
        }

        private static List<Option> currencies(String chosen, Locale locale) {
            return Currency.getAvailableCurrencies().stream()
                    .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                    .sorted(Comparator.comparing(Currency::getCurrencyCode))
                    .map(currency -> new Option(
                            currency.getCurrencyCode(),
                            currency.getCurrencyCode() + " · " + currency.getDisplayName(locale),
                            currency.getCurrencyCode().equals(chosen)))
                    .toList();
        }

        boolean isBad() {
            return zoneUnknown || weekStartUnknown || currencyUnknown || currencyBound;
        }
    }

    public record Customers(String rule, boolean ruleUnknown, String churnWindow, boolean churnWindowBad) {
        static Customers of(CustomersForm form) {
            return new Customers(
                    form.ruleText(),
                    form.rule().isEmpty(),
                    form.churnWindowText(),
                    form.churnWindow().isEmpty());
        }

        boolean isBad() {
            return ruleUnknown || churnWindowBad;
        }
    }

    public record Support(String cost, boolean costBad) {
        static Support of(SupportForm form) {
            return new Support(form.costText(), form.isCostBad());
        }
    }

    public record Change(Instant at, String who, String action, String detail) {
        static Change of(AuditEntry entry) {
            return new Change(entry.at, entry.who, entry.action, entry.detail);
        }
    }

    public String zoneTables() {
        return TimeZones.tables();
    }

    static SettingsPage of(Reporting reporting, Customers customers, Support support, Settings settings) {
        return new SettingsPage(
                reporting,
                customers,
                support,
                settings.zoneId(),
                TimeZones.all(),
                AuditEntry.newestFirst(CHANGES).stream().map(Change::of).toList());
    }
}
