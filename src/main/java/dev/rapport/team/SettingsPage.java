package dev.rapport.team;

import dev.rapport.web.Choice;
import dev.rapport.web.Form;
import dev.rapport.words.TextFile;
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

/** Holds the general settings: what is in force or was just sent, and who changed what lately. */
public record SettingsPage(
        Form<ReportingForm> reporting,
        Form<CustomersForm> customers,
        Form<SupportForm> support,
        Form<AgentsForm> agents,
        Form<BenchmarksForm> benchmarks,
        List<Choice> weekStarts,
        List<Choice> currencies,
        ZoneId zone,
        List<Change> changes) {
    private static final int CHANGES = 20;

    public record Change(Instant at, String who, String action, String detail) {
        /** What was done is kept in English, as it was once said; the reader's words for it are found by that. */
        static Change of(AuditEntry entry, Locale reader) {
            String action = TextFile.in(reader, "audit")
                    .text(entry.action.replaceAll("[^a-z]", "_"))
                    .orElse(entry.action);
            return new Change(entry.at, entry.who, action, AuditWords.text(entry.detail, reader));
        }
    }

    static SettingsPage of(Settings settings, Locale locale) {
        return new SettingsPage(
                Form.unsent(0, ReportingForm.of(settings)),
                Form.unsent(0, CustomersForm.of(settings)),
                Form.unsent(0, SupportForm.of(settings)),
                Form.unsent(0, AgentsForm.of(settings)),
                Form.unsent(0, BenchmarksForm.of(settings)),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Choice(
                                Integer.toString(day.getValue()),
                                day.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
                        .toList(),
                Currency.getAvailableCurrencies().stream()
                        .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                        .sorted(Comparator.comparing(Currency::getCurrencyCode))
                        .map(currency -> new Choice(
                                currency.getCurrencyCode(),
                                currency.getCurrencyCode() + " · " + currency.getDisplayName(locale)))
                        .toList(),
                settings.zoneId(),
                AuditEntry.newestFirst(CHANGES).stream()
                        .map(entry -> Change.of(entry, locale))
                        .toList());
    }

    SettingsPage withReporting(Form<ReportingForm> sent) {
        return new SettingsPage(sent, customers, support, agents, benchmarks, weekStarts, currencies, zone, changes);
    }

    SettingsPage withCustomers(Form<CustomersForm> sent) {
        return new SettingsPage(reporting, sent, support, agents, benchmarks, weekStarts, currencies, zone, changes);
    }

    SettingsPage withSupport(Form<SupportForm> sent) {
        return new SettingsPage(reporting, customers, sent, agents, benchmarks, weekStarts, currencies, zone, changes);
    }

    SettingsPage withAgents(Form<AgentsForm> sent) {
        return new SettingsPage(reporting, customers, support, sent, benchmarks, weekStarts, currencies, zone, changes);
    }

    SettingsPage withBenchmarks(Form<BenchmarksForm> sent) {
        return new SettingsPage(reporting, customers, support, agents, sent, weekStarts, currencies, zone, changes);
    }

    public Collection<String> zones() {
        return TimeZones.all();
    }

    public String zoneTables() {
        return TimeZones.tables();
    }
}
