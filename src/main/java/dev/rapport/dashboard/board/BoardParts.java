package dev.rapport.dashboard.board;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.Tab;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Comparison;
import java.util.List;
import java.util.stream.Stream;

/** Lays out what every board begins with: headline figures, and the metrics whose trend may be chosen. */
record BoardParts(PageContext context) {
    MetricQuery ask(String key, Grouping grouping) {
        return new MetricQuery(key, context.slice(), grouping);
    }

    /** For a sparkline, which shows no comparison: that would be as much work again. */
    private MetricQuery course(String key) {
        return new MetricQuery(key, context.slice().withComparison(Comparison.NONE), Grouping.TREND);
    }

    Stream<MetricQuery> asks(List<String> headlines) {
        return headlines.stream().flatMap(key -> Stream.of(ask(key, Grouping.TOTAL), course(key)));
    }

    List<Answer> totals(List<String> keys, Answers answers) {
        return keys.stream().map(key -> answers.to(ask(key, Grouping.TOTAL))).toList();
    }

    List<Headline> headlines(List<String> keys, Answers answers, PageLinks links) {
        return keys.stream()
                .map(key -> Headline.of(
                        answers.to(ask(key, Grouping.TOTAL)), answers.to(course(key)), links, context.figures()))
                .toList();
    }

    /** Whether none of the figures rests on anything. */
    boolean isEmpty(List<String> headlines, Answers answers) {
        return headlines.stream()
                .allMatch(key ->
                        answers.to(ask(key, Grouping.TOTAL)).total().figure().n() == 0);
    }

    static List<Tab> trends(List<String> keys, String parameter, String chosen, PageLinks links) {
        return keys.stream()
                .map(key -> new Tab(key, links.with(parameter, key).url(), key.equals(chosen)))
                .toList();
    }
}
