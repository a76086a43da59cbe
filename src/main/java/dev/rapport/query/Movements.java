package dev.rapport.query;

import dev.rapport.cube.read.Grouping;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.metric.Movement;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Queries what a movement is split by: the whole, and every channel x segment value of it. */
@ApplicationScoped
public class Movements {
    private final MetricQueries metrics;

    public Movements(MetricQueries metrics) {
        this.metrics = metrics;
    }

    /**
     * @param total what moved
     * @param movement empty where nothing is compared, there is no data, or the metric cannot be split
     */
    public record Explained(Answer total, Optional<Movement> movement) {}

    /** @param group the segments to split by, beside the channels */
    public Explained explain(String key, Slice slice, String group) {
        List<Answer> answers = metrics.askAll(List.of(
                new MetricQuery(key, slice, Grouping.TOTAL),
                new MetricQuery(key, slice, Grouping.channelsAndSegments(group))));
        Answer total = answers.get(0);
        return new Explained(
                total, total.total().judgedBefore().flatMap(before -> movement(total, before, answers.get(1))));
    }

    private static Optional<Movement> movement(Answer total, Figure before, Answer parts) {
        Metric metric = total.metric();
        List<Movement.Cell> cells = parts.rows().stream()
                .flatMap(row -> row.judgedBefore().stream()
                        .map(then -> new Movement.Cell(
                                row.key().channel().orElse(""),
                                row.key().segmentValue().orElse(""),
                                row.judged(),
                                then,
                                row.change())))
                .filter(cell -> cell.now().n() > 0 || cell.before().n() > 0)
                .toList();
        return Movement.between(metric.definition().unit(), total.total().judged(), before, cells);
    }
}
