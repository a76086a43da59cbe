package dev.rapport.dashboard.list;

import dev.rapport.customers.CustomerFilter;
import dev.rapport.customers.CustomerList;
import dev.rapport.customers.CustomerMessages;
import dev.rapport.customers.CustomerSort;
import dev.rapport.customers.CustomerStanding;
import dev.rapport.customers.HealthMessages;
import dev.rapport.customers.ListedCustomer;
import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.Tab;
import dev.rapport.metric.Definition.Unit;
import dev.rapport.metric.Health;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Holds the list of customers as it is shown. */
public record CustomerListPage(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        String search,
        List<Tab> who,
        List<Column> columns,
        List<Row> rows,
        String count,
        String at,
        String firstUrl,
        String nextUrl,
        String csvUrl) {
    /** @param sorted {@code ascending}, {@code descending} or empty, as browsers want it said */
    public record Column(String nameKey, String url, String sorted) {}

    public record Row(
            Person person,
            String value,
            String lastActive,
            String orders,
            String tickets,
            String score,
            HealthCell health) {}

    /** @param number the customer number, where the name is another */
    public record Person(String url, String name, String number) {}

    /** @param score empty for whoever is no customer now, @param tone of its band */
    public record HealthCell(String score, String bandKey, String tone) {
        static HealthCell of(int tenths, FigureText text) {
            Health.Band band = Health.Band.of(tenths);
            return new HealthCell(
                    text.numbers().decimal(BigDecimal.valueOf(tenths, 1), 1),
                    CustomerListPage.bandKey(band),
                    CustomerListPage.tone(band));
        }
    }

    public static CustomerListPage of(CustomerFilter filter, CustomerList.Page found, PageContext context) {
        CustomerMessages words = context.words(CustomerMessages.class);
        PageLinks links = links(filter);
        String last = found.more()
                ? found.customers().get(found.customers().size() - 1).after().text()
                : "";
        return new CustomerListPage(
                links.url(),
                context.period(),
                FilterBar.of(links, context.choices(), Set.of(), context.periods())
                        .withoutTrend(),
                links.extras(),
                filter.search(),
                Stream.of(CustomerStanding.values())
                        .map(standing -> tab(standing, filter, links, context))
                        .toList(),
                Stream.of(CustomerSort.values())
                        .map(sort -> column(sort, filter, links))
                        .toList(),
                found.customers().stream()
                        .map(each -> row(each, words, context))
                        .toList(),
                words.count(context.audience().numbers().counted(found.count())),
                found.at()
                        .map(at -> words.asOf(context.audience()
                                .dates()
                                .moment(at, context.slice().zone())))
                        .orElseGet(words::notYet),
                filter.after().isPresent() ? links.url() : "",
                last.isEmpty() ? "" : links.with("after", last).url(),
                new PageLinks("/customers/list.csv", links.slice(), links.extras()).url());
    }

    /** Without the place in the list: whatever changes begins at its beginning. */
    private static PageLinks links(CustomerFilter filter) {
        return new PageLinks("/customers/list", filter.slice())
                .with("q", filter.search())
                .with("who", who(filter.standing()))
                .with(
                        "sort",
                        filter.sort() == CustomerSort.VALUE ? "" : filter.sort().key())
                .with("dir", filter.ascending() ? "asc" : "");
    }

    private static Tab tab(CustomerStanding standing, CustomerFilter filter, PageLinks links, PageContext context) {
        CustomerMessages words = context.words(CustomerMessages.class);
        HealthMessages health = context.words(HealthMessages.class);
        String text = switch (standing) {
            case ALL -> words.everybody();
            case CUSTOMERS -> words.currentOnly();
            case HEALTHY -> health.bandHealthy();
            case WATCH -> health.bandWatch();
            case AT_RISK -> health.bandAtRisk();
        };
        return new Tab(text, links.with("who", who(standing)).url(), standing == filter.standing());
    }

    private static String who(CustomerStanding standing) {
        return standing == CustomerStanding.ALL ? "" : standing.key();
    }

    private static Column column(CustomerSort sort, CustomerFilter filter, PageLinks links) {
        boolean chosen = sort == filter.sort();
        PageLinks by = links.with("sort", sort == CustomerSort.VALUE ? "" : sort.key())
                .with("dir", chosen && !filter.ascending() ? "asc" : "");
        return new Column(
                "sort_" + sort.key().replace('-', '_'),
                by.url(),
                !chosen ? "" : filter.ascending() ? "ascending" : "descending");
    }

    private static Row row(ListedCustomer each, CustomerMessages words, PageContext context) {
        FigureText text = context.figures();
        return new Row(
                new Person(
                        "/customers/" + each.person(),
                        name(each.name(), each.number(), each.person(), words),
                        each.name().isEmpty() ? "" : each.number()),
                text.value(Unit.MONEY, each.value()),
                each.lastActive()
                        .map(at -> text.day(at.atZone(context.slice().zone()).toLocalDate()))
                        .orElseGet(words::never),
                text.numbers().count(each.orders()),
                text.numbers().count(each.tickets()),
                each.lastScore().map(score -> text.numbers().count(score)).orElse(""),
                each.healthTenths().map(tenths -> HealthCell.of(tenths, text)).orElse(new HealthCell("", "", "")));
    }

    static String name(String name, String number, int person, CustomerMessages words) {
        return !name.isEmpty()
                ? name
                : !number.isEmpty() ? words.numbered(number) : words.nameless(Integer.toString(person));
    }

    static String bandKey(Health.Band band) {
        return "band_" + band.key().replace('-', '_');
    }

    static String tone(Health.Band band) {
        return switch (band) {
            case HEALTHY -> "better";
            case WATCH -> "caution";
            case AT_RISK -> "worse";
        };
    }
}
