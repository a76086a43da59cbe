package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Defines one metric of the catalogue. Either a {@link CellMetric}, computed by a formula from sums and distinct people
 * that the rollup keeps, or a {@link FactMetric}, read from facts or sets by a reader of its room, or a {@link
 * ComposedMetric} of others.
 */
public sealed interface Metric permits CellMetric, FactMetric, ComposedMetric {
    Definition definition();

    default String key() {
        return definition().key();
    }

    /** The rows that the figure can be counted again from; options of the slice may choose others. */
    default RowSet rows(Slice slice) {
        return definition().rows();
    }

    /** The band to hold this answer against; a survey's depends on its scale. */
    default Optional<Benchmark> benchmark(Slice slice, SurveyItems items) {
        return definition().benchmark();
    }

    /** Which direction is good; a survey may declare its own. */
    default Definition.Better better(Slice slice, SurveyItems items) {
        return definition().better();
    }

    /** Keys of what the reader must be told beside the figure ("only the surveys of one scale"). */
    default List<String> notes(Slice slice, SurveyItems items) {
        return List.of();
    }

    /** How the figure of a longer period comes from those of its weeks; its changes are judged by that. */
    default Aggregation aggregation() {
        if (definition().additive()) {
            return Aggregation.SUM;
        }
        return definition().unit() == Definition.Unit.COUNT ? Aggregation.DISTINCT : Aggregation.RATIO;
    }

    /** By what parts are ranked, the weightiest first: of a sum what it sums, of a rate on how much it rests. */
    default BigDecimal weight(Figure figure) {
        return definition().additive() ? figure.value().orElse(BigDecimal.ZERO) : BigDecimal.valueOf(figure.n());
    }
}
