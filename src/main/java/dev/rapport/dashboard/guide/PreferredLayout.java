package dev.rapport.dashboard.guide;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.PartMessages;
import dev.rapport.dashboard.StandOut;
import dev.rapport.dashboard.Tab;
import dev.rapport.journey.PreferenceReader;
import dev.rapport.journey.PreferenceTable;
import dev.rapport.metric.ConfidenceInterval;
import dev.rapport.metric.Definition.Unit;
import dev.rapport.metric.FalseDiscovery;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Preference;
import dev.rapport.query.SliceChoices;
import dev.rapport.slice.SliceOption;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lays out what each segment or channel prefers.
 *
 * @param of what is looked at
 * @param by {@code segment:} and a group, or {@code channel}
 */
record PreferredLayout(PreferenceReader.Of of, String by, PageContext context) {
    static final String OF = "of";
    static final String BY = "by";

    /** More rows than anybody reads; the files have all. */
    private static final int SHOWN = 50;

    private static final String CHANNEL = "channel";
    private static final String SEGMENT = "segment:";

    static List<String> whats() {
        return Stream.of(PreferenceReader.Of.values())
                .map(PreferenceReader.Of::key)
                .toList();
    }

    /** By the values of each group, the first of them first, or by channel. */
    static List<String> bys(PageContext context) {
        return Stream.concat(context.groups().stream().map(group -> SEGMENT + group), Stream.of(CHANNEL))
                .toList();
    }

    Grouping grouping() {
        return by.equals(CHANNEL) ? Grouping.CHANNELS : Grouping.segments(by.substring(SEGMENT.length()));
    }

    /** The channels or segment values of whom there is anybody, in their order. */
    List<SliceChoices.Choice> columns(PreferenceTable table) {
        List<SliceChoices.Choice> all = by.equals(CHANNEL)
                ? context.choices().channels()
                : context.choices().groups().stream()
                        .filter(group -> by.equals(SEGMENT + group.key()))
                        .flatMap(group -> group.values().stream())
                        .toList();
        return all.stream().filter(choice -> table.people(choice.key()) > 0).toList();
    }

    PreferredPage page(PreferenceTable table) {
        PageLinks links = links();
        PreferredMessages words = context.words(PreferredMessages.class);
        List<SliceChoices.Choice> columns = columns(table);
        return new PreferredPage(
                links.url(),
                context.period(),
                FilterBar.of(links, context.choices(), Set.of(), context.periods())
                        .withoutTrend(),
                links.extras(),
                words.what(of.key()),
                tabs(links, OF, whats(), of.key(), words),
                tabs(links, BY, bys(context), by, words),
                isBought() ? words.howBought() : words.howViewed(),
                count(table.everybody()),
                columns.stream()
                        .map(column -> new PreferredPage.Column(column.name(), count(table.people(column.key()))))
                        .toList(),
                table.first(SHOWN).stream()
                        .map(row -> row(table, row, columns, links))
                        .toList(),
                standOut(table.discovery()),
                table.rows().size() > SHOWN
                        ? words.cut(count(SHOWN), count(table.rows().size()))
                        : "",
                links.to("/preferred.csv"),
                links.to("/preferred.json"));
    }

    /** Links that keep the choices, unless they are the usual ones. */
    private PageLinks links() {
        PageLinks links = new PageLinks("/preferred", context.slice());
        return links.with(OF, usual(whats(), of.key())).with(BY, usual(bys(context), by));
    }

    private static String usual(List<String> all, String chosen) {
        return chosen.equals(all.get(0)) ? "" : chosen;
    }

    private List<Tab> tabs(
            PageLinks links, String parameter, List<String> all, String chosen, PreferredMessages words) {
        return all.stream()
                .map(key -> new Tab(
                        parameter.equals(OF) ? words.what(key) : group(key, words),
                        links.with(parameter, usual(all, key)).url(),
                        key.equals(chosen)))
                .toList();
    }

    private String group(String key, PreferredMessages words) {
        return context.choices().groups().stream()
                .filter(group -> key.equals(SEGMENT + group.key()))
                .map(SliceChoices.Group::name)
                .findFirst()
                .orElseGet(words::channels);
    }

    private boolean isBought() {
        return of == PreferenceReader.Of.PRODUCT || of == PreferenceReader.Of.CATEGORY;
    }

    private PreferredPage.Row row(
            PreferenceTable table, PreferenceTable.Row row, List<SliceChoices.Choice> columns, PageLinks links) {
        boolean others = row.others() > 0;
        return new PreferredPage.Row(
                others ? context.words(PartMessages.class).rest(count(row.others())) : row.name(),
                others ? "" : figures(row.name(), links),
                percent(table.share(row).figure()),
                columns.stream()
                        .map(column -> cell(table.cell(row, column.key()), table.discovery(), others))
                        .toList());
    }

    /** What was seen in events alone has no figures of its own. */
    private String figures(String name, PageLinks links) {
        SliceOption option = switch (of) {
            case PRODUCT -> SliceOption.PRODUCT;
            case CATEGORY -> SliceOption.CATEGORY;
            case PAGE -> SliceOption.PAGE_PATH;
            case VIEWED_PRODUCT, VIEWED_CATEGORY -> null;
        };
        return option == null
                ? ""
                : new PageLinks("", links.slice().withOption(option, Optional.of(name)))
                        .metric(of == PreferenceReader.Of.PAGE ? "page_views" : "revenue");
    }

    private PreferredPage.Cell cell(Preference cell, FalseDiscovery discovery, boolean others) {
        Figure figure = cell.share().figure();
        PreferredMessages words = context.words(PreferredMessages.class);
        Optional<ConfidenceInterval> interval = figure.interval();
        return new PreferredPage.Cell(
                percent(figure),
                interval.map(between -> words.interval(
                                count(cell.share().part()),
                                count(cell.share().whole()),
                                text().value(Unit.PERCENT, between.low()),
                                text().value(Unit.PERCENT, between.high())))
                        .orElse(""),
                cell.index().map(index -> words.index(index(index))).orElse(""),
                figure.hasFew(),
                !others && cell.isOver(discovery),
                !others && cell.isUnder(discovery));
    }

    private String index(BigDecimal index) {
        return count(index.setScale(0, RoundingMode.HALF_UP).longValue());
    }

    /** As {@code 64 compared, 3 stand out}; empty where nothing could be judged. */
    private String standOut(FalseDiscovery discovery) {
        return new StandOut(discovery, text()).sentence();
    }

    private FigureText text() {
        return context.figures();
    }

    private String percent(Figure figure) {
        return text().figure(Unit.PERCENT, figure);
    }

    private String count(long number) {
        return context.audience().numbers().count(number);
    }
}
