package dev.rapport.dashboard.board;

import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.SliceOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Lays out what customers speak of: says what to ask for, and makes the page of the answers. */
final class VoiceTopicsLayout {
    static final List<String> PARTS =
            List.of(Dimension.TOPIC.key(), Dimension.FEATURE.key(), Dimension.ISSUE_TYPE.key(), Dimension.AGENT.key());

    private static final List<String> COLUMNS =
            List.of("comment_count", "nps", "promoter_share", "detractor_share", "csat", "ces", "reviews");

    private final PartTable parts;
    private final PageContext context;

    VoiceTopicsLayout(String part, PageContext context) {
        this.context = context;
        this.parts = new PartTable(Dimension.of(part).orElseThrow(), PARTS, COLUMNS, context);
    }

    /** What must be known to show it. */
    Stream<MetricQuery> asks() {
        return parts.asks();
    }

    /** @param agentsHidden whether a setting forbids to name agents */
    VoiceTopicsPage page(Answers answers, boolean agentsHidden) {
        PageLinks links = parts.links(new PageLinks("/voice", context.slice()));
        return new VoiceTopicsPage(
                links.url(),
                context.period(),
                FilterBar.of(links, context.choices(), Set.of(SliceOption.SURVEY.key()), context.periods())
                        .withoutGrain(),
                links.extras(),
                parts.tabs(links),
                parts.name(),
                agentsHidden && parts.dimension() == Dimension.AGENT,
                context.slice().comparedPeriod().isPresent(),
                parts.of(answers, links),
                links.under("/comments"));
    }
}
