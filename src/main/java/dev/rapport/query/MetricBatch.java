package dev.rapport.query;

import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.CellId;
import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.DimensionKeys;
import dev.rapport.cube.read.Dimensions;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Freshness;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.InputReader;
import dev.rapport.cube.read.InputValues;
import dev.rapport.cube.read.PlannedQuery;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.metric.CellMetric;
import dev.rapport.metric.ComposedMetric;
import dev.rapport.metric.FactMetric;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Input;
import dev.rapport.metric.Inputs;
import dev.rapport.metric.Metric;
import dev.rapport.metric.SurveyItems;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Pairing;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Answers several metric queries from one read transaction. What several of them need of the same people, days and
 * breakdown is read once.
 */
final class MetricBatch {
    private final ReadTransaction readTransaction;
    private final List<FactSource> factSources;
    private final List<FactReader> readers;
    private final PastInputs past;
    private final Clock clock;
    private final Map<InputKey, Set<Input>> wanted = new LinkedHashMap<>();
    private final Map<InputKey, Found> found = new HashMap<>();
    private final Map<Facts, Map<DimensionKey, Figure>> facts = new HashMap<>();

    private record Found(InputValues numbers, DimensionKeys keys) {}

    private record Facts(String metric, Slice slice, Period period, Grouping grouping) {}

    MetricBatch(
            ReadTransaction readTransaction,
            List<FactSource> factSources,
            List<FactReader> readers,
            PastInputs past,
            Clock clock) {
        this.readTransaction = readTransaction;
        this.factSources = factSources;
        this.readers = readers;
        this.past = past;
        this.clock = clock;
    }

    List<Answer> answer(List<MetricQuery> asks, List<Metric> metrics) {
        for (int i = 0; i < asks.size(); i++) {
            for (MetricQuery each : GoalAnswers.each(asks.get(i), goals())) {
                want(metrics.get(i), each.slice(), each.grouping());
                wantHistory(metrics.get(i), each.slice(), each.grouping());
            }
        }
        Map<MetricQuery, Answer> known = new HashMap<>();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            Answer answer = known.get(asks.get(i));
            if (answer == null) {
                Metric metric = metrics.get(i);
                answer = GoalAnswers.isByGoal(asks.get(i))
                        ? GoalAnswers.of(asks.get(i), goals(), each -> answer(each, metric))
                        : answer(asks.get(i), metric);
                known.put(asks.get(i), answer);
            }
            answers.add(answer);
        }
        return answers;
    }

    private Collection<String> goals() {
        return readTransaction.dimensions().items().goals().keySet();
    }

    private void want(Metric metric, Slice slice, Grouping grouping) {
        if (metric instanceof CellMetric cells && canTell(metric, slice, grouping)) {
            Set<Input> inputs = cells.inputs(slice, readTransaction.dimensions().items());
            for (Period period : periods(slice, grouping)) {
                wanted.computeIfAbsent(InputKey.of(cells, slice, period, grouping), inputKey -> new LinkedHashSet<>())
                        .addAll(inputs);
            }
        } else if (metric instanceof ComposedMetric composed) {
            for (ComposedFigures.Part part : ComposedFigures.parts(composed, slice, grouping)) {
                if (part.known()) {
                    want(part.metric(), part.slice(), part.grouping());
                }
            }
        }
    }

    /** A trend needs no days without today: of it, the newest bucket is not judged. */
    private Set<Period> periods(Slice slice, Grouping grouping) {
        Set<Period> periods = new LinkedHashSet<>();
        periods.add(slice.period());
        compared(slice, grouping).ifPresent(periods::add);
        if (!grouping.byBucket()) {
            slice.finished(today()).ifPresent(finished -> {
                periods.add(finished.now());
                periods.add(finished.before());
            });
        }
        return periods;
    }

    private static Optional<Period> compared(Slice slice, Grouping grouping) {
        return grouping.byBucket() ? slice.overlaidPeriod() : slice.comparedPeriod();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(readTransaction.dimensions().zone()));
    }

    private void wantHistory(Metric metric, Slice slice, Grouping grouping) {
        slice.finished(today())
                .filter(over -> !FigureHistory.isShareOfPeople(
                        metric, slice, readTransaction.dimensions().items()))
                .ifPresent(over -> FigureHistory.asked(metric, slice, grouping, over)
                        .forEach(asked -> want(metric, asked.slice(), asked.grouping())));
    }

    private Answer answer(MetricQuery metricQuery, Metric metric) {
        Slice slice = metricQuery.slice();
        Grouping grouping = metricQuery.grouping();
        Freshness freshness = readTransaction.freshness(slice.period());
        Optional<Period> compared = compared(slice, grouping);
        Optional<Pairing> judged = slice.finished(today());
        Map<DimensionKey, Figure> now = figures(metric, slice, slice.period(), grouping);
        SurveyItems items = readTransaction.dimensions().items();
        FigureHistory history = FigureHistory.read(
                metric,
                slice,
                grouping,
                judged.filter(over -> canTell(metric, slice, grouping)
                        && !FigureHistory.isLeftToIntervals(metric, slice, items, now.values())),
                asked -> figures(metric, asked.slice(), asked.slice().period(), asked.grouping()),
                nothing(metric, slice, readTransaction.dimensions()));
        AnswerRows rows =
                new AnswerRows(metric, slice, grouping, readTransaction.dimensions(), clock.instant(), history);
        Map<DimensionKey, Figure> before =
                compared.isPresent() ? figures(metric, slice, compared.get(), grouping) : Map.of();
        Set<DimensionKey> either = new LinkedHashSet<>(now.keySet());
        boolean more = metric instanceof ComposedMetric && either.addAll(before.keySet());
        Map<DimensionKey, Figure> shown = more ? figures(metric, slice, slice.period(), grouping, either) : now;
        Map<DimensionKey, Figure> against =
                more ? figures(metric, slice, compared.orElseThrow(), grouping, either) : before;
        return new Answer(
                metric,
                slice,
                grouping,
                compared,
                judged,
                metric.benchmark(slice, items),
                rows.make(shown, against, judged(metricQuery, metric, judged, either)),
                freshness.freshAt(),
                freshness.restatedAt(),
                freshness.counting(),
                AnswerNotes.of(metric, slice, readTransaction, this::reader, remarks(metric, slice, grouping)));
    }

    /** What the numbers themselves want told. */
    private Set<String> remarks(Metric metric, Slice slice, Grouping grouping) {
        Set<String> remarks = new TreeSet<>();
        if (metric instanceof CellMetric cells && canTell(metric, slice, grouping)) {
            InputValues numbers = numbers(metric, slice, slice.period(), grouping).numbers;
            numbers.places().forEach(cellId -> remarks.addAll(cells.remarks(numbers.at(cellId))));
        }
        return remarks;
    }

    /** The figures of the finished days, where these are not the whole periods; what is not asked for is empty. */
    private AnswerRows.Judged judged(
            MetricQuery metricQuery, Metric metric, Optional<Pairing> judged, Set<DimensionKey> either) {
        Slice slice = metricQuery.slice();
        Grouping grouping = metricQuery.grouping();
        if (judged.isEmpty() || grouping.byBucket() || judged.get().now().equals(slice.period())) {
            return new AnswerRows.Judged(judged, Optional.empty(), Optional.empty());
        }
        return new AnswerRows.Judged(
                judged,
                Optional.of(figures(metric, slice, judged.get().now(), grouping, either)),
                Optional.of(figures(metric, slice, judged.get().before(), grouping, either)));
    }

    private Map<DimensionKey, Figure> figures(Metric metric, Slice slice, Period period, Grouping grouping) {
        return figures(metric, slice, period, grouping, Set.of());
    }

    /** @param also places of another period whose channels and segments are shown here, too: nothing of something is 0 */
    private Map<DimensionKey, Figure> figures(
            Metric metric, Slice slice, Period period, Grouping grouping, Set<DimensionKey> also) {
        if (!canTell(metric, slice, grouping)) {
            return Map.of();
        } else if (metric instanceof ComposedMetric composed) {
            ComposedFigures composition = new ComposedFigures(composed, slice, grouping, readTransaction.dimensions());
            for (ComposedFigures.Part part : ComposedFigures.parts(composed, slice, grouping)) {
                composition.add(
                        part, part.known() ? figures(part.metric(), part.slice(), period, part.grouping()) : Map.of());
            }
            return composition.figures(also);
        } else if (metric instanceof CellMetric cells) {
            Found numbers = numbers(metric, slice, period, grouping);
            Map<DimensionKey, Figure> figures = new HashMap<>();
            Set<Input> own = cells.inputs(slice, readTransaction.dimensions().items());
            for (CellId cellId : numbers.numbers.places()) {
                Inputs inputs = numbers.numbers.at(cellId);
                // Others of the batch may have found something where this metric has nothing.
                if (!Collections.disjoint(own, inputs.values().keySet())) {
                    figures.put(
                            numbers.keys.of(cellId),
                            cells.figure(slice, readTransaction.dimensions().items(), inputs));
                }
            }
            return figures;
        }
        Facts asked = new Facts(metric.key(), slice.withComparison(Comparison.NONE), period, grouping);
        Map<DimensionKey, Figure> known = facts.get(asked);
        if (known == null) {
            known = reader(metric).read(readTransaction, metric, slice, period, grouping);
            facts.put(asked, known);
        }
        return known;
    }

    private Found numbers(Metric metric, Slice slice, Period period, Grouping grouping) {
        InputKey inputKey = InputKey.of(metric, slice, period, grouping);
        Found known = found.get(inputKey);
        if (known == null) {
            PlannedQuery plannedQuery =
                    PlannedQuery.of(slice, period, grouping, inputKey.narrowed(), readTransaction.dimensions());
            Set<Input> inputs = wanted.getOrDefault(inputKey, Set.of());
            Supplier<InputValues> reading =
                    () -> new InputReader(readTransaction, factSources, today()).read(plannedQuery, inputs);
            InputValues numbers = inputKey.isPast(today())
                    ? past.get(readTransaction, inputKey, inputs, period, reading)
                    : reading.get();
            known = new Found(numbers, new DimensionKeys(plannedQuery, numbers));
            found.put(inputKey, known);
        }
        return known;
    }

    private FactReader reader(Metric metric) {
        return readers.stream()
                .filter(each -> each.reads(metric))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody reads " + metric.key()));
    }

    /** Whether the metric's facts know what is asked by: what has no persons has no segments. */
    static boolean canTell(Metric metric, Slice slice, Grouping grouping) {
        boolean bySegments =
                grouping.segmentGroup().isPresent() || !slice.segments().isEverybody();
        return metric.definition().knowsPeople() || !bySegments;
    }

    /** What a place without anything to count says. */
    static Figure nothing(Metric metric, Slice slice, Dimensions dimensions) {
        if (metric instanceof FactMetric facts) {
            return facts.nothing(slice);
        } else if (metric instanceof ComposedMetric composed) {
            return composed.figure(
                    slice,
                    composed.operands(slice).stream()
                            .map(operand -> nothing(operand.metric(), slice, dimensions))
                            .toList());
        }
        return metric instanceof CellMetric cells
                ? cells.figure(slice, dimensions.items(), new InputValues().at(new CellId(0, 0, 0)))
                : Figure.noData();
    }
}
