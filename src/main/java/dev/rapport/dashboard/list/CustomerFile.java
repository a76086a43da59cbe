package dev.rapport.dashboard.list;

import dev.rapport.customers.CustomerProfile;
import dev.rapport.customers.Timeline;
import dev.rapport.customers.TimelineFilter;
import dev.rapport.fact.TimelineLine.Amount;
import dev.rapport.revenue.BoughtTogether;
import dev.rapport.web.CsvFile;
import dev.rapport.web.CsvTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the page of one customer as a table: what is known of them, then what happened, the newest first. It has no address of
 * theirs, as the list has none.
 *
 * @param offers what to offer them next
 * @param filter what is read first; of one kind alone nothing else is said
 * @param reading gives so much of the timeline as the filter lets: a long life is never held whole
 */
record CustomerFile(
        CustomerProfile profile,
        List<BoughtTogether.Offer> offers,
        TimelineFilter filter,
        Function<TimelineFilter, Timeline> reading)
        implements CsvFile.Content {
    private static final List<String> TITLES = List.of("time", "until", "kind", "channel", "text", "detail", "amount");
    private static final String FACT = "fact";

    @Override
    public void write(CsvTable table) throws IOException {
        TITLES.forEach(table::plain);
        table.end();
        if (filter.kind().isEmpty()) {
            facts(table);
            traits(table);
            segments(table);
            offers(table);
        }
        Optional<TimelineFilter> next = Optional.of(filter);
        while (next.isPresent()) {
            Timeline read = reading.apply(next.get());
            for (Timeline.Entry entry : read.entries()) {
                entry(table, entry);
            }
            next = read.next().map(filter::after);
        }
    }

    private void facts(CsvTable table) throws IOException {
        CustomerProfile.Totals totals = profile.totals();
        fact(table, "value", totals.value());
        fact(table, "orders", BigDecimal.valueOf(totals.orders()));
        fact(table, "visits", BigDecimal.valueOf(totals.visits()));
        fact(table, "tickets", BigDecimal.valueOf(totals.tickets()));
        fact(table, "open_tickets", BigDecimal.valueOf(totals.openTickets()));
        seen(table, "first_seen", totals.firstAt());
        seen(table, "last_active", totals.lastAt());
        if (!profile.channels().isEmpty()) {
            begin(table, "", "", FACT, profile.channels().get(0).name());
            table.plain("preferred_channel").empty().empty().end();
        }
        if (profile.health().isPresent()) {
            begin(table, "", "", FACT, "");
            table.plain("health").plain(profile.health().get().band().key());
            table.number(BigDecimal.valueOf(profile.health().get().tenths(), 1)).end();
        }
    }

    private static void fact(CsvTable table, String name, BigDecimal amount) throws IOException {
        begin(table, "", "", FACT, "");
        table.plain(name).empty().number(amount).end();
    }

    private static void seen(CsvTable table, String name, Optional<Instant> at) throws IOException {
        begin(table, at.map(Instant::toString).orElse(""), "", FACT, "");
        table.plain(name).empty().empty().end();
    }

    private void traits(CsvTable table) throws IOException {
        for (CustomerProfile.Trait trait : profile.traits()) {
            begin(table, trait.since().map(Instant::toString).orElse(""), "", "trait", "");
            table.text(trait.name()).text(trait.value()).empty().end();
        }
    }

    /** Until the last day on which they belonged to it, as the page says. */
    private void segments(CsvTable table) throws IOException {
        for (CustomerProfile.Held held : profile.segments()) {
            begin(
                    table,
                    held.from().map(LocalDate::toString).orElse(""),
                    held.to().map(to -> to.minusDays(1).toString()).orElse(""),
                    "segment",
                    "");
            table.text(held.group()).text(held.value()).empty().end();
        }
    }

    /** The share is of those for whose sake it is offered: who bought the same, or is in the same segments. */
    private void offers(CsvTable table) throws IOException {
        for (BoughtTogether.Offer offer : offers) {
            begin(table, "", "", "offer", "");
            table.text(offer.product())
                    .text(offer.bought())
                    .number(offer.share().figure().value())
                    .end();
        }
    }

    private static void entry(CsvTable table, Timeline.Entry entry) throws IOException {
        begin(
                table,
                entry.at().toString(),
                entry.until().map(Instant::toString).orElse(""),
                entry.kind().kind(),
                entry.channel());
        table.text(entry.about()).text(entry.detail());
        table.number(entry.amount().filter(amount -> entry.kind().amount() != Amount.NONE))
                .end();
    }

    private static void begin(CsvTable table, String time, String until, String kind, String channel) {
        table.plain(time).plain(until).plain(kind).text(channel);
    }
}
