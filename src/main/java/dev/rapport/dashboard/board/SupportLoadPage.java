package dev.rapport.dashboard.board;

import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.Tab;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Definition.Unit;
import dev.rapport.metric.Figure;
import dev.rapport.support.SupportLoad;
import dev.rapport.support.SupportLoad.Load;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Holds what support each source of customers needs, as it is shown.
 *
 * @param kept the page's own choice, which the filter bar sends along
 * @param priced whether a ticket has a price
 */
public record SupportLoadPage(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        List<Tab> tabs,
        List<Row> rows,
        boolean priced,
        String ticketsUrl,
        String responseUrl,
        String csatUrl,
        String csvUrl) {
    static final String BY = "source";
    static final List<String> WAYS = List.of("channel", "campaign");

    /** @param source its name, ready to read; empty text where there is no figure */
    public record Row(
            String source,
            boolean named,
            String tickets,
            int bar,
            String customers,
            String perHundred,
            Measured firstResponse,
            Measured csat,
            String costPerHundred,
            String cost) {}

    /** @param few it rests on few observations */
    public record Measured(String text, boolean few) {
        static Measured of(String metric, Figure figure, FigureText text) {
            return new Measured(
                    shown(Catalogue.find(metric).orElseThrow().definition().unit(), figure.value(), text),
                    figure.n() < Figure.FEW);
        }
    }

    static SupportLoadPage of(List<Load> found, String way, PageContext context) {
        PageLinks links = new PageLinks("/support/load", context.slice()).with(BY, way.equals(WAYS.get(0)) ? "" : way);
        SupportLoadMessages words = context.words(SupportLoadMessages.class);
        long most = found.stream().mapToLong(Load::tickets).max().orElse(0);
        return new SupportLoadPage(
                links.url(),
                context.period(),
                FilterBar.of(links, context.choices(), Set.of(), context.periods())
                        .withoutTrend(),
                links.extras(),
                List.of(
                        tab(links, way, WAYS.get(0), words.byChannel()),
                        tab(links, way, WAYS.get(1), words.byCampaign())),
                found.stream()
                        .map(load -> row(load, most, words, context.figures()))
                        .toList(),
                found.stream().anyMatch(load -> load.cost().isPresent()),
                links.metric("ticket_volume"),
                links.metric("first_response_time"),
                links.metric("csat"),
                links.to("/support/load.csv"));
    }

    private static Tab tab(PageLinks links, String chosen, String way, String name) {
        return new Tab(name, links.with(BY, way.equals(WAYS.get(0)) ? "" : way).url(), chosen.equals(way));
    }

    private static Row row(Load load, long most, SupportLoadMessages words, FigureText text) {
        return new Row(
                switch (load.source().known()) {
                    case NAMED -> load.source().name();
                    case NONE -> words.none();
                    case UNKNOWN -> words.unknown();
                },
                load.source().known() == SupportLoad.Known.NAMED,
                text.numbers().count(load.tickets()),
                most == 0 ? 0 : (int) (100 * load.tickets() / most),
                text.numbers().count(load.customers()),
                shown(Unit.RATIO, load.ticketsPerHundred(), text),
                Measured.of("first_response_time", load.firstResponse(), text),
                Measured.of("csat", load.csat(), text),
                shown(Unit.MONEY, load.costPerHundred(), text),
                shown(Unit.MONEY, load.cost(), text));
    }

    private static String shown(Unit unit, Optional<BigDecimal> value, FigureText text) {
        return value.map(known -> text.value(unit, known)).orElse("");
    }
}
