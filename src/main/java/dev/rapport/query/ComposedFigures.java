package dev.rapport.query;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Dimensions;
import dev.rapport.cube.read.Grouping;
import dev.rapport.metric.ComposedMetric;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Combines the figures of a composed metric's operands, cell by cell. */
final class ComposedFigures {
    private final ComposedMetric metric;
    private final Slice slice;
    private final Grouping grouping;
    private final Dimensions dimensions;
    private final List<Part> parts = new ArrayList<>();
    private final List<Map<DimensionKey, Figure>> found = new ArrayList<>();

    /**
     * What an operand is asked.
     *
     * @param known whether it can be told apart by all that is asked by
     */
    record Part(Metric metric, Slice slice, Grouping grouping, ComposedMetric.Operand operand, boolean known) {
        /** Where its figure of a place stands. */
        DimensionKey place(DimensionKey key) {
            return new DimensionKey(
                    key.bucket(),
                    operand.anyChannel() ? Optional.empty() : key.channel(),
                    operand.anybody() ? Optional.empty() : key.segmentValue(),
                    key.part());
        }

        /** Whether it knows all that the whole is broken down by. */
        boolean knowsPlaces(Grouping whole) {
            return !(operand.anyChannel() && whole.byChannel())
                    && !(operand.anybody() && whole.segmentGroup().isPresent());
        }
    }

    ComposedFigures(ComposedMetric metric, Slice slice, Grouping grouping, Dimensions dimensions) {
        this.metric = metric;
        this.slice = slice;
        this.grouping = grouping;
        this.dimensions = dimensions;
    }

    static List<Part> parts(ComposedMetric metric, Slice slice, Grouping grouping) {
        return metric.operands(slice).stream()
                .map(operand -> part(operand, slice, grouping, knows(metric, operand.metric(), slice, grouping)))
                .toList();
    }

    private static Part part(ComposedMetric.Operand operand, Slice slice, Grouping grouping, boolean known) {
        Slice there = operand.anyChannel() ? slice.withChannels(Set.of()) : slice;
        return new Part(
                operand.metric(),
                operand.anybody() ? there.withSegments(SegmentFilter.EVERYBODY) : there,
                new Grouping(
                        grouping.byBucket(),
                        grouping.byChannel() && !operand.anyChannel(),
                        operand.anybody() ? Optional.empty() : grouping.segmentGroup(),
                        grouping.part()),
                operand,
                known);
    }

    /** Whether the operand can be told apart by all that the whole is broken down by, or narrowed to. */
    private static boolean knows(Metric whole, Metric operand, Slice slice, Grouping grouping) {
        boolean broken = grouping.part()
                .filter(dimension -> !operand.definition().parts().contains(dimension))
                .isPresent();
        boolean narrowed = whole.definition().parts().stream()
                .filter(dimension -> slice.option(dimension.option()).isPresent())
                .anyMatch(dimension -> !operand.definition().parts().contains(dimension));
        return !broken && !narrowed;
    }

    void add(Part part, Map<DimensionKey, Figure> figures) {
        parts.add(part);
        found.add(figures);
    }

    /** @param also places whose channels and segments are wanted beside those that are found */
    Map<DimensionKey, Figure> figures(Set<DimensionKey> also) {
        Set<DimensionKey> keys = new LinkedHashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).knowsPlaces(grouping)) {
                keys.addAll(found.get(i).keySet());
            }
        }
        keys.addAll(elsewhere(keys, also));
        Map<DimensionKey, Figure> figures = new HashMap<>();
        for (DimensionKey key : keys) {
            List<Figure> operands = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                operands.add(at(i, key));
            }
            figures.put(key, metric.figure(slice, operands));
        }
        return figures;
    }

    /**
     * Places of channels and segments in which only an operand says something that does not know them: no tickets at all, of
     * customers there are.
     */
    private Set<DimensionKey> elsewhere(Set<DimensionKey> keys, Set<DimensionKey> also) {
        Set<Optional<String>> channels = new LinkedHashSet<>();
        Set<Optional<String>> values = new LinkedHashSet<>();
        keys.forEach(key -> channels.add(key.channel()));
        keys.forEach(key -> values.add(key.segmentValue()));
        also.forEach(key -> channels.add(key.channel()));
        also.forEach(key -> values.add(key.segmentValue()));
        if (grouping.byChannel()) {
            slice.channels().forEach(channel -> channels.add(Optional.of(channel)));
        } else {
            channels.add(Optional.empty());
        }
        if (grouping.segmentGroup().isPresent()) {
            slice.segments().values().forEach((group, asked) -> {
                if (grouping.segmentGroup().get().equals(group)) {
                    asked.forEach(value -> values.add(Optional.of(value)));
                }
            });
        } else {
            values.add(Optional.empty());
        }
        Set<DimensionKey> more = new LinkedHashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).knowsPlaces(grouping)) {
                for (DimensionKey key : found.get(i).keySet()) {
                    for (Optional<String> channel : channels) {
                        (key.segmentValue().isPresent() ? Set.of(key.segmentValue()) : values)
                                .forEach(value -> more.add(new DimensionKey(key.bucket(), channel, value, key.part())));
                    }
                }
            }
        }
        return more;
    }

    private Figure at(int i, DimensionKey key) {
        if (!parts.get(i).known()) {
            return Figure.noData();
        }
        DimensionKey place = parts.get(i).place(key);
        Figure figure = found.get(i).get(place);
        return figure != null ? figure : MetricBatch.nothing(parts.get(i).metric(), slice, dimensions);
    }
}
