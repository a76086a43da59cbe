package dev.rapport.dashboard.metric;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.BreakdownTable;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.PageSection;
import dev.rapport.dashboard.PartMessages;
import dev.rapport.dashboard.PartText;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Dimension;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lays out a metric by page, issue type, campaign ...: says what to ask for, and makes the page of the answers. */
final class PartsLayout {
    /** More rows than anybody reads; the file has all. */
    private static final int SHOWN = 50;

    private static final Map<String, String> COUNTED = Map.of(
            "nps", "nps_answers",
            "promoter_share", "nps_answers",
            "passive_share", "nps_answers",
            "detractor_share", "nps_answers",
            "csat", "csat_answers",
            "ces", "ces_answers");

    private static final List<String> LANDINGS =
            List.of("sessions", "bounce_rate", "pages_per_session", "time_on_page", "conversion_rate");

    private final String key;
    private final Dimension dimension;
    private final PageContext context;
    private final PageLinks links;
    private final PartMessages words;

    /** @param key of the metric */
    PartsLayout(String key, Dimension dimension, PageContext context) {
        this.key = key;
        this.dimension = dimension;
        this.context = context;
        this.links = new PageLinks("/metrics/" + key, context.slice());
        this.words = context.words(PartMessages.class);
    }

    /** What must be known to show it: pages on which visits begin are looked at by all that tells how they went on. */
    Stream<MetricQuery> asks() {
        Stream<String> columns = dimension == Dimension.LANDING_PAGE
                ? Stream.concat(Stream.of(key), LANDINGS.stream()).distinct()
                : Stream.of(key);
        return columns.map(column -> new MetricQuery(column, context.slice(), Grouping.parts(dimension)));
    }

    /** @param agentsHidden whether a setting forbids to name agents */
    PartsPage page(Answers found, boolean agentsHidden) {
        List<Answer> answers = asks().map(found::to).toList();
        BreakdownTable all = ordered(
                BreakdownTable.of(answers, "part:" + dimension.key(), this::narrowed, links, context.figures()));
        return new PartsPage(
                key,
                links.url(),
                context.period(),
                PartText.name(dimension, words),
                words.by(PartText.name(dimension, words)),
                answers.get(0).compared().isPresent(),
                all.first(SHOWN, answers, words, context.figures())
                        .named(label -> PartText.value(dimension, label, words, context.choices())),
                all.rows().size() <= SHOWN
                        ? ""
                        : words.cut(count(SHOWN), count(all.rows().size())),
                note(answers.get(0), agentsHidden),
                links.csv(key, "part:" + dimension.key()));
    }

    private String note(Answer answer, boolean agentsHidden) {
        if (dimension == Dimension.AGENT && agentsHidden) {
            return words.agentsHidden();
        }
        return answer.metric().definition().overlapping().contains(dimension) ? words.productsOverlap() : "";
    }

    /** The metric's page for one part alone; what has no name cannot be asked for by it. */
    private String narrowed(DimensionKey place) {
        return place.part()
                .filter(value -> !value.isEmpty())
                .map(value -> links.with(links.slice().withOption(dimension.option(), Optional.of(value)))
                        .url())
                .orElse("");
    }

    /** Scores and hours are read in their order. */
    private BreakdownTable ordered(BreakdownTable found) {
        return switch (dimension) {
            case SCORE -> found.sorted(Comparator.comparingInt(PartsLayout::score));
            case WEEKDAY_HOUR -> found.sorted(Comparator.naturalOrder());
            default -> found;
        };
    }

    /** Comments may come without one. */
    private static int score(String label) {
        return label.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(label);
    }

    private String count(int rows) {
        return context.audience().numbers().count(rows);
    }

    /** For the metric's page. */
    static List<PageSection> sections(String key, List<Dimension> parts, PageLinks links, PartMessages words) {
        return parts.stream()
                // A map of its own, on the pages of social listening and of support.
                .filter(dimension -> dimension != Dimension.WEEKDAY_HOUR)
                .sorted()
                .map(dimension -> new PageSection(
                        words.by(PartText.name(dimension, words)),
                        links.under("/metrics/" + shown(key, dimension) + "/parts/" + dimension.key())))
                .toList();
    }

    /** By score, what can be told of a mean or a share of answers is how many gave it. */
    private static String shown(String key, Dimension dimension) {
        return dimension == Dimension.SCORE ? COUNTED.getOrDefault(key, key) : key;
    }
}
