package dev.rapport.dashboard;

import dev.rapport.cube.read.Grouping;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Metric;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.MetricQuery;
import dev.rapport.query.UnknownMetricException;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Queries everything about one metric and lays it out. */
@RequestScoped
class MetricPages {
    private static final String GROUP = "group";

    private final MetricQueries metrics;
    private final SliceRequest asked;
    private final Clock clock;

    MetricPages(MetricQueries metrics, SliceRequest asked, Clock clock) {
        this.metrics = metrics;
        this.asked = asked;
        this.clock = clock;
    }

    MetricPage page(String key) {
        Metric metric = Catalogue.find(key).orElseThrow(() -> new UnknownMetricException(key));
        Definition definition = metric.definition();
        Slice slice = asked.slice();
        FigureText text = asked.figures();
        String group = asked.choice(GROUP, asked.groups());
        PageLinks links = new PageLinks("/metrics/" + key, slice)
                .with(GROUP, group.equals(asked.groups().get(0)) ? "" : group);
        Alternatives alternatives = new Alternatives(metric, asked, links, clock);
        Answers answers = new Answers(metrics, Stream.concat(asks(key, group), alternatives.asks()));
        Answer total = answers.to(ask(key, Grouping.TOTAL));
        Answer channels = answers.to(ask(key, Grouping.CHANNELS));
        Answer segments = answers.to(ask(key, Grouping.segments(group)));
        Board board = board(definition.topic());
        String groupName = asked.choices().groupName(group);
        return new MetricPage(
                key,
                new MetricPage.Back(links.under(board.path()), board.title(asked.words())),
                asked.periods().period(slice.period()),
                FilterBar.of(links, asked.choices(), definition.options(), asked.periods()),
                kept(links),
                FigureView.of(total, total.total(), text),
                alternatives.of(answers),
                TrendView.of(answers.to(ask(key, Grouping.TREND)), links, text, asked.periods(), asked.notes()),
                new MetricPage.Breakdown(
                        breakdown(channels, Grouping.CHANNELS, "channel", links),
                        Overlap.of(total, channels, asked.words().channelWord(), text),
                        links.csv(key, "channel")),
                new MetricPage.Segments(
                        groups(group, links),
                        groupName,
                        new MetricPage.Breakdown(
                                breakdown(segments, Grouping.segments(group), "segment:" + group, links),
                                Overlap.of(total, segments, groupName, text),
                                links.csv(key, "segment:" + group))),
                metric.knowsPeople(),
                PartsResource.sections(List.copyOf(definition.parts()), links, asked.words(PartMessages.class)),
                links(key, group, links),
                DefinitionView.of(total, text));
    }

    private static MetricPage.Links links(String key, String group, PageLinks links) {
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

    private List<BoardPage.Tab> groups(String chosen, PageLinks links) {
        return asked.choices().groups().stream()
                .map(group -> new BoardPage.Tab(
                        group.name(),
                        links.with(GROUP, group.key()).url(),
                        group.key().equals(chosen)))
                .toList();
    }

    private BreakdownTable breakdown(Answer answer, Grouping grouping, String by, PageLinks links) {
        return BreakdownTable.of(
                List.of(answer), by, key -> BoardPages.narrowed(links, grouping, key), links, asked.figures());
    }

    private Stream<MetricQuery> asks(String key, String group) {
        return Stream.of(
                ask(key, Grouping.TOTAL),
                ask(key, Grouping.TREND),
                ask(key, Grouping.CHANNELS),
                ask(key, Grouping.segments(group)));
    }

    private MetricQuery ask(String key, Grouping grouping) {
        return new MetricQuery(key, asked.slice(), grouping);
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
