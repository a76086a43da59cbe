package dev.rapport.query;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Dimensions;
import dev.rapport.cube.read.Dimensions.Channel;
import dev.rapport.cube.read.Dimensions.Group;
import dev.rapport.cube.read.Dimensions.Value;
import dev.rapport.cube.read.Grouping;
import dev.rapport.metric.Benchmark;
import dev.rapport.metric.CellMetric;
import dev.rapport.metric.Change;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Pairing;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Arranges figures in rows: in the order they are shown, with what they are compared with, without gaps. */
final class AnswerRows {
    private final Metric metric;
    private final Slice slice;
    private final Grouping grouping;
    private final Dimensions dimensions;
    private final Instant now;
    private final FigureHistory history;
    private final Optional<Benchmark> benchmark;

    AnswerRows(
            Metric metric, Slice slice, Grouping grouping, Dimensions dimensions, Instant now, FigureHistory history) {
        this.metric = metric;
        this.slice = slice;
        this.grouping = grouping;
        this.dimensions = dimensions;
        this.now = now;
        this.history = history;
        this.benchmark = metric.benchmark(slice, dimensions.items());
    }

    /** One step of one of the breakdowns; without a key when there is none. */
    private record Step(Optional<String> key, String label) {
        static final List<Step> NONE = List.of(new Step(Optional.empty(), ""));
    }

    /**
     * What changes are judged by.
     *
     * @param over the finished days; empty while there are none, or nothing is compared
     * @param now the figures of these days, where today is in the period; empty otherwise
     * @param before those held against them
     */
    record Judged(
            Optional<Pairing> over,
            Optional<Map<DimensionKey, Figure>> now,
            Optional<Map<DimensionKey, Figure>> before) {}

    List<Answer.Row> make(Map<DimensionKey, Figure> figures, Map<DimensionKey, Figure> before, Judged judged) {
        Set<DimensionKey> found = new HashSet<>(figures.keySet());
        found.addAll(before.keySet());
        List<Step> channels = channels(found);
        List<Step> values = values(found);
        List<Step> parts = parts(figures, before);
        List<Bucket> buckets = grouping.byBucket() ? slice.buckets() : List.of();
        List<Optional<Bucket>> partners = grouping.byBucket() ? slice.partners() : List.of();
        Grouping.refuseTooMany((long) Math.max(1, buckets.size()) * channels.size() * values.size() * parts.size());
        List<Answer.Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(1, buckets.size()); i++) {
            Pair place = new Pair(at(buckets, i), at(partners, i).flatMap(Function.identity()));
            for (Step channel : channels) {
                for (Step value : values) {
                    for (Step part : parts) {
                        DimensionKey key =
                                new DimensionKey(place.now.map(Bucket::start), channel.key, value.key, part.key);
                        String label = label(place.now, channel, value, part);
                        rows.add(row(key, label, place, new Sides(figures, before, judged)));
                    }
                }
            }
        }
        return List.copyOf(rows);
    }

    /** A bucket and the one it is held against; of a figure without buckets, neither. */
    private record Pair(Optional<Bucket> now, Optional<Bucket> before) {}

    private record Sides(Map<DimensionKey, Figure> now, Map<DimensionKey, Figure> before, Judged judged) {}

    private Answer.Row row(DimensionKey key, String label, Pair place, Sides sides) {
        DimensionKey then =
                new DimensionKey(place.before.map(Bucket::start), key.channel(), key.segmentValue(), key.part());
        Figure figure = figure(sides.now, key, place.now);
        boolean compared = slice.comparedPeriod().isPresent() && (!grouping.byBucket() || place.before.isPresent());
        Optional<Figure> before = compared ? Optional.of(figure(sides.before, then, place.before)) : Optional.empty();
        boolean unfinished = unfinished(place.now);
        Answer.Footing footing = new Answer.Footing(
                place.before,
                sides.judged.now.map(figures -> figure(figures, key, place.now)),
                sides.judged.before.map(figures -> figure(figures, then, place.before)),
                compared ? nothingBefore(key, place, sides.judged) : Optional.empty());
        Period length = place.now.map(Bucket::days).orElse(slice.period());
        Optional<Benchmark.Band> band = benchmark
                .filter(known -> known.holdsFor(length) && !isEarly(place) && !isPieceOfSum(key))
                .flatMap(known -> known.band(figure));
        Answer.Row row = new Answer.Row(key, label, figure, before, Optional.empty(), band, unfinished, footing);
        return isOver(place, sides.judged, row) ? judged(row, place, sides.judged) : row;
    }

    /** A benchmark of a sum is about all there is: one channel, segment or page of it says nothing of it. */
    private boolean isPieceOfSum(DimensionKey key) {
        return metric.definition().additive()
                && (key.channel().isPresent()
                        || key.segmentValue().isPresent()
                        || key.part().isPresent());
    }

    /** What is not over is not held against what is, nor a piece of a week against a whole one. */
    private boolean isOver(Pair place, Judged judged, Answer.Row row) {
        return grouping.byBucket()
                ? !row.unfinished()
                        && place.before
                                .filter(partner -> slice.alike(place.now.orElseThrow(), partner))
                                .isPresent()
                : judged.over.isPresent();
    }

    private Answer.Row judged(Answer.Row row, Pair place, Judged judged) {
        Optional<Pairing> days = grouping.byBucket()
                ? place.now.flatMap(bucket -> place.before.map(partner -> new Pairing(bucket.days(), partner.days())))
                : judged.over;
        Definition.Better better = metric.better(slice, dimensions.items());
        Optional<Change> change = row.judgedBefore().flatMap(earlier -> {
            if (row.footing().nothingBefore().isPresent()) {
                return Change.fromNothing(row.judged(), earlier);
            }
            return isEarly(place)
                    ? Change.tooEarly(row.judged(), earlier)
                    : days.flatMap(over -> history.change(better, row.key(), row.judged(), earlier, over));
        });
        return new Answer.Row(
                row.key(),
                row.label(),
                row.figure(),
                row.before(),
                change,
                row.band(),
                row.unfinished(),
                row.footing());
    }

    /** Whether the last of a time's facts have not had their time yet. */
    private boolean isEarly(Pair place) {
        int days = metric.definition().ripeAfter();
        LocalDate ripe = place.now.map(Bucket::days).orElse(slice.period()).to().plusDays(days);
        return days > 0 && ripe.atStartOfDay(slice.zone()).toInstant().isAfter(now);
    }

    private Optional<LocalDate> nothingBefore(DimensionKey key, Pair place, Judged judged) {
        Set<String> asked = key.channel().map(Set::of).orElse(slice.channels());
        List<Integer> channels =
                asked.stream().map(each -> dimensions.channel(each).id()).toList();
        Optional<Period> days = place.before
                .map(Bucket::days)
                .or(() -> judged.over.map(Pairing::before))
                .or(slice::comparedPeriod);
        return days.flatMap(
                compared -> dimensions.coverage().nothingBefore(metric, slice, dimensions.items(), channels, compared));
    }

    private Figure figure(Map<DimensionKey, Figure> figures, DimensionKey key, Optional<Bucket> bucket) {
        Figure figure = figures.get(key);
        return figure == null ? nothing(bucket) : figure;
    }

    /** Of a time to come nothing is known, whatever it will be counted from. */
    private Figure nothing(Optional<Bucket> bucket) {
        boolean toCome = bucket.filter(each -> !each.from().isBefore(now)).isPresent();
        return toCome && !(metric instanceof CellMetric) || !MetricBatch.canTell(metric, slice, grouping)
                ? Figure.noData()
                : MetricBatch.nothing(metric, slice, dimensions);
    }

    private boolean unfinished(Optional<Bucket> bucket) {
        Instant end = bucket.map(Bucket::to)
                .orElseGet(() -> slice.period().to().atStartOfDay(slice.zone()).toInstant());
        return end.isAfter(now);
    }

    private static <T> Optional<T> at(List<T> list, int index) {
        return index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
    }

    private List<Step> channels(Set<DimensionKey> found) {
        return grouping.byChannel()
                ? steps(
                        dimensions.channels(),
                        Channel::key,
                        Channel::name,
                        slice.channels(),
                        keys(found, DimensionKey::channel))
                : Step.NONE;
    }

    private List<Step> values(Set<DimensionKey> found) {
        if (grouping.segmentGroup().isEmpty()) {
            return Step.NONE;
        }
        Group group = dimensions.group(grouping.segmentGroup().get());
        SortedSet<String> asked =
                slice.segments().values().getOrDefault(group.key(), java.util.Collections.emptySortedSet());
        return steps(group.values(), Value::key, Value::name, asked, keys(found, DimensionKey::segmentValue));
    }

    /** The weightiest first: where most was counted now, and what has gone since the comparison at the end. */
    private List<Step> parts(Map<DimensionKey, Figure> figures, Map<DimensionKey, Figure> before) {
        if (grouping.part().isEmpty()) {
            return Step.NONE;
        }
        Map<String, BigDecimal> weights = new HashMap<>();
        before.keySet().forEach(key -> weights.merge(key.part().orElse(""), BigDecimal.ZERO, BigDecimal::add));
        figures.forEach((key, figure) -> weights.merge(key.part().orElse(""), metric.weight(figure), BigDecimal::add));
        return weights.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Step(Optional.of(entry.getKey()), entry.getKey()))
                .toList();
    }

    private static Set<String> keys(Set<DimensionKey> found, Function<DimensionKey, Optional<String>> part) {
        return found.stream().map(part).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    /** Those asked for, or else those with data. */
    private static <T> List<Step> steps(
            List<T> all, Function<T, String> key, Function<T, String> name, Set<String> asked, Set<String> found) {
        return all.stream()
                .filter(each -> (asked.isEmpty() ? found : asked).contains(key.apply(each)))
                .map(each -> new Step(Optional.of(key.apply(each)), name.apply(each)))
                .toList();
    }

    private static String label(Optional<Bucket> bucket, Step channel, Step value, Step part) {
        return Stream.of(bucket.map(Bucket::label).orElse(""), channel.label, value.label, part.label)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
