package dev.rapport.query;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.metric.Aggregation;
import dev.rapport.metric.CellMetric;
import dev.rapport.metric.Change;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Dispersion;
import dev.rapport.metric.FactMetric;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Input;
import dev.rapport.metric.Metric;
import dev.rapport.metric.SurveyItems;
import dev.rapport.metric.Weekdays;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Pairing;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Holds the figures of the weeks before a period, by which an answer's changes are judged. The weeks begin on the
 * period's own first day of the week, for each channel and segment; single days are held as well. Parts (pages,
 * campaigns) are not kept by day: there the whole stands for them.
 */
final class FigureHistory {
    private final Metric metric;
    private final long days;
    private final LocalDate from;
    private final Map<DimensionKey, Figure> weekly;
    private final Figure nothing;
    private final Weekdays weekdays;
    private final Map<DimensionKey, Optional<Dispersion>> dispersions = new HashMap<>();

    /** A question whose answer changes are judged by. */
    record Asked(Slice slice, Grouping grouping) {}

    /** Answers such a question. */
    interface Reader {
        Map<DimensionKey, Figure> figures(Asked asked);
    }

    private FigureHistory(
            Metric metric,
            Slice slice,
            long days,
            Map<DimensionKey, Figure> weekly,
            Figure nothing,
            Weekdays weekdays) {
        this.metric = metric;
        this.days = days;
        this.from = slice.period().from();
        this.weekly = weekly;
        this.nothing = nothing;
        this.weekdays = weekdays;
    }

    /**
     * What is asked for it: weeks, and days where the weekdays of the periods differ. People are asked by day, which is known
     * without looking at who they are.
     */
    static List<Asked> asked(Metric metric, Slice slice, Grouping grouping, Pairing over) {
        LocalDate from = slice.period().from().minusDays(7L * weeksOf(metric));
        Grain grain = metric.aggregation() == Aggregation.DISTINCT ? Grain.DAY : Grain.WEEK;
        Asked weeks = new Asked(
                before(slice, grain, from), new Grouping(true, grouping.byChannel(), grouping.segmentGroup()));
        return needsWeekdays(metric, slice, grouping, over)
                ? List.of(weeks, new Asked(days(slice), Grouping.TREND))
                : List.of(weeks);
    }

    /** @param over the days that changes are judged over; empty where only the figures' own intervals decide */
    static FigureHistory read(
            Metric metric, Slice slice, Grouping grouping, Optional<Pairing> over, Reader reader, Figure nothing) {
        if (over.isEmpty()) {
            return new FigureHistory(metric, slice, 7, Map.of(), nothing, Weekdays.unknown(metric.aggregation()));
        }
        List<Asked> asked = asked(metric, slice, grouping, over.get());
        return new FigureHistory(
                metric,
                slice,
                over.get().now().days(),
                reader.figures(asked.get(0)),
                nothing,
                asked.size() > 1
                        ? weekdays(metric, reader.figures(asked.get(1)))
                        : Weekdays.unknown(metric.aggregation()));
    }

    /** What carries intervals and would take a year of facts, or of who people were, is judged by these alone. */
    static boolean isLeftToIntervals(Metric metric, Slice slice, SurveyItems items, Collection<Figure> figures) {
        boolean sampled = metric instanceof FactMetric
                && figures.stream()
                        .allMatch(figure ->
                                figure.value().isEmpty() || figure.interval().isPresent());
        return sampled || isShareOfPeople(metric, slice, items);
    }

    static boolean isShareOfPeople(Metric metric, Slice slice, SurveyItems items) {
        return metric instanceof CellMetric cells
                && metric.aggregation() == Aggregation.RATIO
                && metric.definition().unit() == Definition.Unit.PERCENT
                && !cells.inputs(slice, items).stream().allMatch(Input.Sum.class::isInstance);
    }

    /** Levels are read from all facts there are. */
    private static int weeksOf(Metric metric) {
        return switch (metric.aggregation()) {
            case LAST, GROWTH -> Dispersion.MOST_OF_LEVELS;
            case SUM, DISTINCT, RATIO, MEAN -> Dispersion.MOST;
        };
    }

    /** The last days before it. */
    private static Slice days(Slice slice) {
        return before(slice, Grain.DAY, slice.period().from().minusDays(Weekdays.DAYS));
    }

    private static Slice before(Slice slice, Grain grain, LocalDate from) {
        TreeMap<String, String> options = new TreeMap<>(slice.options());
        for (Dimension dimension : Dimension.values()) {
            options.remove(dimension.option().key());
        }
        LocalDate to = slice.period().from();
        return new Slice(
                slice.channels(),
                slice.segments(),
                new Period(from, to),
                Optional.empty(),
                Comparison.NONE,
                grain,
                slice.zone(),
                to.getDayOfWeek(),
                options);
    }

    /** Whether it matters how the days of the week differ. */
    private static boolean needsWeekdays(Metric metric, Slice slice, Grouping grouping, Pairing over) {
        Aggregation aggregation = metric.aggregation();
        if (aggregation == Aggregation.LAST || aggregation == Aggregation.GROWTH) {
            return false;
        }
        return grouping.byBucket() ? !bucketsAlike(slice) : !Weekdays.alike(over.now(), over.before());
    }

    private static boolean bucketsAlike(Slice slice) {
        List<Bucket> buckets = slice.buckets();
        List<Optional<Bucket>> partners = slice.partners();
        return IntStream.range(0, buckets.size())
                .allMatch(i -> partners.get(i)
                        .map(partner -> Weekdays.alike(buckets.get(i).days(), partner.days()))
                        .orElse(true));
    }

    private static Weekdays weekdays(Metric metric, Map<DimensionKey, Figure> daily) {
        SortedMap<LocalDate, Figure> days = new TreeMap<>();
        daily.forEach((key, figure) -> key.bucket().ifPresent(start -> days.put(start.toLocalDate(), figure)));
        return Weekdays.of(metric.aggregation(), days);
    }

    Optional<Change> change(Definition.Better better, DimensionKey place, Figure now, Figure before, Pairing over) {
        return Change.between(
                metric.definition().unit(),
                better,
                now,
                before,
                dispersion(place).map(known -> ofPeople(known, place, before, over.before())),
                weekdays.compared(over.now(), over.before()));
    }

    /** Where the days compared with are all known, it is known how many of them each person came. */
    private Dispersion ofPeople(Dispersion known, DimensionKey place, Figure before, Period days) {
        double people = before.value().map(BigDecimal::doubleValue).orElse(0.0);
        boolean isKnown = !days.from().isBefore(from.minusWeeks(weeksOf(metric)))
                && !days.to().isAfter(from);
        return metric.aggregation() == Aggregation.DISTINCT && isKnown && people > 0
                ? known.ofPeople(sum(place, days).doubleValue() / people)
                : known;
    }

    private Optional<Dispersion> dispersion(DimensionKey place) {
        return dispersions.computeIfAbsent(
                new DimensionKey(Optional.empty(), place.channel(), place.segmentValue()), this::estimate);
    }

    private Optional<Dispersion> estimate(DimensionKey place) {
        if (weekly.isEmpty()) {
            return Optional.empty();
        }
        List<Figure> figures = new ArrayList<>();
        for (int week = weeksOf(metric); week > 0; week--) {
            LocalDate start = from.minusWeeks(week);
            figures.add(
                    metric.aggregation() == Aggregation.DISTINCT
                            ? Figure.of(sum(place, new Period(start, start.plusDays(7))), 0)
                            : at(place, start));
        }
        boolean count = metric.definition().unit() == Definition.Unit.COUNT;
        return Dispersion.of(metric.aggregation(), count, figures, days);
    }

    /** How many came on each of these days, added up. */
    private BigDecimal sum(DimensionKey place, Period days) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LocalDate day = days.from(); day.isBefore(days.to()); day = day.plusDays(1)) {
            sum = sum.add(at(place, day).value().orElse(BigDecimal.ZERO));
        }
        return sum;
    }

    private Figure at(DimensionKey place, LocalDate start) {
        DimensionKey key = new DimensionKey(Optional.of(start.atStartOfDay()), place.channel(), place.segmentValue());
        return weekly.getOrDefault(key, nothing);
    }
}
