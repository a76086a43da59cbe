package dev.rapport.dashboard;

import dev.rapport.query.Answer;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.MetricQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** All that a page shows, asked for at once: from one view of the data, and what parts of it share is read once. */
final class Answers {
    private final Map<MetricQuery, Answer> answers = new HashMap<>();

    Answers(MetricQueries metrics, Stream<MetricQuery> asks) {
        List<MetricQuery> all = asks.distinct().toList();
        List<Answer> found = metrics.askAll(all);
        for (int i = 0; i < all.size(); i++) {
            answers.put(all.get(i), found.get(i));
        }
    }

    Answer to(MetricQuery ask) {
        return Objects.requireNonNull(answers.get(ask), "never asked for");
    }
}
