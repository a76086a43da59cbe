package dev.rapport.dashboard.board;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.BreakdownTable;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.PartMessages;
import dev.rapport.dashboard.PartText;
import dev.rapport.dashboard.Tab;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lays out several metrics by one dimension that a reader chooses among a few: the largest values, and what the others come
 * to.
 *
 * @param dimension that is chosen
 * @param among keys of those to choose from, the usual one first
 * @param columns keys of the metrics
 */
record PartTable(Dimension dimension, List<String> among, List<String> columns, PageContext context) {
    static final String PARAMETER = "part";

    /** More rows than anybody reads; the files have all. */
    private static final int SHOWN = 50;

    /** What must be known to show it. */
    Stream<MetricQuery> asks() {
        return columns.stream().map(this::ask);
    }

    private MetricQuery ask(String key) {
        return new MetricQuery(key, context.slice(), Grouping.parts(dimension));
    }

    /** Links that keep the choice, unless it is the usual one. */
    PageLinks links(PageLinks page) {
        return page.with(PARAMETER, value(dimension.key()));
    }

    List<Tab> tabs(PageLinks links) {
        return among.stream()
                .map(key -> new Tab(
                        PartText.name(Dimension.of(key).orElseThrow(), words()),
                        links.with(PARAMETER, value(key)).url(),
                        key.equals(dimension.key())))
                .toList();
    }

    private String value(String key) {
        return key.equals(among.get(0)) ? "" : key;
    }

    String name() {
        return PartText.name(dimension, words());
    }

    BreakdownTable of(Answers answers, PageLinks links) {
        List<Answer> found = columns.stream().map(key -> answers.to(ask(key))).toList();
        BreakdownTable all = BreakdownTable.of(
                found, "part:" + dimension.key(), key -> narrowed(key, links), links, context.figures());
        return all.first(SHOWN, found, words(), context.figures())
                .named(label -> PartText.value(dimension, label, words(), context.choices()));
    }

    /** The page for one value alone; what has no name cannot be asked for by it. */
    private String narrowed(DimensionKey key, PageLinks links) {
        return key.part()
                .filter(value -> !value.isEmpty())
                .map(value -> links.with(links.slice().withOption(dimension.option(), Optional.of(value)))
                        .url())
                .orElse("");
    }

    private PartMessages words() {
        return context.words(PartMessages.class);
    }
}
