package dev.rapport.dashboard.metric;

import dev.rapport.annotation.Annotations;
import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.BreakdownTable;
import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.PageSection;
import dev.rapport.dashboard.PartMessages;
import dev.rapport.dashboard.TrendView;
import dev.rapport.dashboard.board.Board;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Metric;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Dimension;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Lays out everything about one metric: says what to ask for, and makes the page of the answers. */
public final class MetricLayout {
    private static final String GROUP = "group";

    private final Metric metric;
    private final String key;
    private final String group;
    private final PageContext context;
    private final PageLinks links;
    private final Alternatives alternatives;

    /** @param today that is not over yet */
    public MetricLayout(Metric metric, String group, PageContext context, LocalDate today) {
        this.metric = metric;
        this.key = metric.key();
        this.group = group;
        this.context = context;
        this.links = context.withGroup(new PageLinks("/metrics/" + key, context.slice()), GROUP, group);
        this.alternatives = new Alternatives(metric, context, links, today);
    }

    /** What must be known to show it. */
    public Stream<MetricQuery> asks() {
        return Stream.concat(
                Stream.of(Grouping.TOTAL, Grouping.TREND, Grouping.CHANNELS, Grouping.segments(group))
                        .map(this::ask),
                alternatives.asks());
    }

    /** @param notes what happened meanwhile */
    public MetricPage page(Answers answers, List<Annotations.Note> notes) {
        Definition definition = metric.definition();
        FigureText text = context.figures();
        Answer total = answers.to(ask(Grouping.TOTAL));
        Answer channels = answers.to(ask(Grouping.CHANNELS));
        Answer segments = answers.to(ask(Grouping.segments(group)));
        Board board = board(definition.topic());
        String groupName = context.choices().groupName(group);
        return new MetricPage(
                key,
                new MetricPage.Back(links.under(board.path()), board.title(context.words())),
                context.period(),
                FilterBar.of(links, context.choices(), definition.options(), context.periods()),
                kept(links),
                FigureView.of(total, total.total(), text),
                alternatives.of(answers),
                TrendView.of(answers.to(ask(Grouping.TREND)), links, text, context.periods(), notes),
                new MetricPage.Breakdown(
                        breakdown(channels, Grouping.CHANNELS, "channel"),
                        Overlap.of(total, channels, context.words().channelWord(), text),
                        links.csv(key, "channel")),
                new MetricPage.Segments(
                        context.groupTabs(links, GROUP, group),
                        groupName,
                        new MetricPage.Breakdown(
                                breakdown(segments, Grouping.segments(group), "segment:" + group),
                                Overlap.of(total, segments, groupName, text),
                                links.csv(key, "segment:" + group))),
                definition.knowsPeople(),
                sections(definition),
                links(),
                DefinitionView.of(total, text));
    }

    private List<PageSection> sections(Definition definition) {
        return Stream.of(
                        PartsLayout.sections(
                                key, List.copyOf(definition.parts()), links, context.words(PartMessages.class))
                                .stream(),
                        WhatIfResource.section(key, links, context.words(WhatIfMessages.class)),
                        HealthOutcomeResource.section(key, links, context.words(HealthOutcomeMessages.class)))
                .flatMap(sections -> sections)
                .toList();
    }

    private MetricPage.Links links() {
        String page = "/metrics/" + key;
        return new MetricPage.Links(
                links.url(),
                links.csv(key, "total"),
                links.json(key),
                links.under(page + "/heat", GROUP, group),
                links.csv(key, "channel,segment:" + group),
                links.under(page + "/rows"),
                links.under(page + "/movement", GROUP, group));
    }

    /** What the filter bar does not know and must not lose. */
    private static SortedMap<String, String> kept(PageLinks links) {
        TreeMap<String, String> kept = new TreeMap<>(links.extras());
        for (Dimension dimension : Dimension.values()) {
            links.slice().option(dimension.option()).ifPresent(value -> kept.put(dimension.key(), value));
        }
        return kept;
    }

    private BreakdownTable breakdown(Answer answer, Grouping grouping, String by) {
        return BreakdownTable.of(List.of(answer), by, key -> links.narrowed(grouping, key), links, context.figures());
    }

    private MetricQuery ask(Grouping grouping) {
        return new MetricQuery(key, context.slice(), grouping);
    }

    static Board board(Definition.Topic topic) {
        return switch (topic) {
            case SITE, CAMPAIGNS, SOCIAL -> Board.MARKETING;
            case PRODUCT -> Board.PRODUCT;
            case VOICE, SUPPORT -> Board.SUPPORT;
            case CUSTOMERS -> Board.CUSTOMERS;
        };
    }
}
