package dev.rapport.dashboard;

import dev.rapport.query.Answer;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.MetricQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Holds the answers to all metric queries of a page, asked at once. They come from one read transaction, and what parts
 * of the page share is read once.
 */
public final class Answers {
    private final Map<MetricQuery, Answer> answers = new HashMap<>();

    public Answers(MetricQueries metrics, Stream<MetricQuery> asks) {
        List<MetricQuery> all = asks.distinct().toList();
        List<Answer> found = metrics.askAll(all);
        for (int i = 0; i < all.size(); i++) {
            answers.put(all.get(i), found.get(i));
        }
    }

    public Answer to(MetricQuery metricQuery) {
        return Objects.requireNonNull(answers.get(metricQuery), "never asked for");
    }
}
