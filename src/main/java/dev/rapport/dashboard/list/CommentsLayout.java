package dev.rapport.dashboard.list;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.RowPage;
import dev.rapport.dashboard.Tab;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Dimension;
import dev.rapport.voice.CommentFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Lays out what customers wrote, to be read and searched. */
final class CommentsLayout {
    private static final String SEARCH = "q";
    private static final String TONE = "tone";

    private final CommentFilter filter;
    private final int number;
    private final PageContext context;
    private final PageLinks links;

    /** @param number of the page, from 1 */
    CommentsLayout(CommentFilter filter, int number, PageContext context) {
        this.filter = filter;
        this.number = number;
        this.context = context;
        this.links = new PageLinks("/comments", context.slice())
                .with(SEARCH, filter.search().orElse(""))
                .with(TONE, filter.tone().orElse(""));
    }

    /** What must be known to show it. */
    Stream<MetricQuery> asks() {
        return Stream.of(rating(), ratings());
    }

    private MetricQuery rating() {
        return new MetricQuery("reviews", context.slice(), Grouping.TOTAL);
    }

    private MetricQuery ratings() {
        return new MetricQuery(
                "review_count", context.slice().withComparison(Comparison.NONE), Grouping.parts(Dimension.SCORE));
    }

    CommentsPage page(RowPage rows, Answers answers) {
        return new CommentsPage(
                WorkListFrame.of(links, SEARCH, number, rows, answers.to(rating()), context),
                histogram(answers.to(ratings())),
                filter.search().orElse(""),
                links.with(SEARCH, "").url(),
                scores(),
                rows.rows().stream()
                        .map(cells -> ListedAnswer.of(rows, cells, links, context))
                        .toList());
    }

    private List<CommentsPage.Score> histogram(Answer byScore) {
        Map<Integer, Long> counts = new TreeMap<>(Comparator.reverseOrder());
        byScore.rows()
                .forEach(row -> row.key()
                        .part()
                        .ifPresent(score -> counts.put(
                                Integer.valueOf(score),
                                row.figure().value().orElseThrow().longValue())));
        long most = counts.values().stream().mapToLong(count -> count).max().orElse(1);
        return counts.entrySet().stream()
                .map(entry -> new CommentsPage.Score(
                        entry.getKey().toString(), context.audience().numbers().count(entry.getValue()), (int)
                                (100 * entry.getValue() / Math.max(1, most))))
                .toList();
    }

    private List<Tab> scores() {
        return Stream.concat(Stream.of(""), CommentFilter.TONES.stream())
                .map(score -> new Tab(
                        "score_" + (score.isEmpty() ? "any" : score),
                        links.with(TONE, score).url(),
                        filter.tone().orElse("").equals(score)))
                .toList();
    }
}
