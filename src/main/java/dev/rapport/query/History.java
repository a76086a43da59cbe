package dev.rapport.query;

import dev.rapport.metric.Aggregation;
import dev.rapport.metric.Change;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Dispersion;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.metric.Weekdays;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Pairing;
import dev.rapport.slice.Part;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What the changes of an answer are judged by: the figures of the weeks before the period, which begin on its own first day of
 * the week, for each channel and segment; and of single days. Parts (pages, campaigns) are not kept by day: there the whole
 * stands for them.
 */
final class History {
    private final Metric metric;
    private final long days;
    private final List<LocalDateTime> weeks;
    private final Map<GroupKey, Figure> weekly;
    private final Figure nothing;
    private final Weekdays weekdays;
    private final Map<GroupKey, Optional<Dispersion>> dispersions = new HashMap<>();

    /** A question whose answer changes are judged by. */
    record Asked(Slice slice, Grouping grouping) {}

    /** Answers such a question. */
    interface Reader {
        Map<GroupKey, Figure> figures(Asked asked) throws SQLException;
    }

    private History(Metric metric, Slice slice, long days, Map<GroupKey, Figure> weekly, Figure nothing, Weekdays weekdays) {
        this.metric = metric;
        this.days = days;
        this.weeks = weeks(slice).buckets().stream().map(Bucket::start).toList();
        this.weekly = weekly;
        this.nothing = nothing;
        this.weekdays = weekdays;
    }

    /** What is asked for it: weeks, and days where the weekdays of the periods differ. */
    static List<Asked> asked(Metric metric, Slice slice, Grouping grouping, Pairing over) {
        Asked weeks = new Asked(
                weeks(slice), new Grouping(true, grouping.byChannel(), grouping.segmentGroup()));
        return needsWeekdays(metric, slice, grouping, over)
                ? List.of(weeks, new Asked(days(slice), Grouping.TREND))
                : List.of(weeks);
    }

    /** @param over the days that changes are judged over; empty where only the figures' own intervals decide */
    static History read(Metric metric, Slice slice, Grouping grouping, Optional<Pairing> over, Reader reader, Figure nothing)
            throws SQLException {
        if (over.isEmpty()) {
            return new History(
                    metric, slice, 7, Map.of(), nothing, Weekdays.unknown(metric.aggregation()));
        }
        List<Asked> asked = asked(metric, slice, grouping, over.get());
        return new History(
                metric,
                slice,
                over.get().now().days(),
                reader.figures(asked.get(0)),
                nothing,
                asked.size() > 1
                        ? weekdays(metric, reader.figures(asked.get(1)))
                        : Weekdays.unknown(metric.aggregation()));
    }

    /** The weeks before a period: of a part, of the whole. */
    private static Slice weeks(Slice slice) {
        LocalDate from = slice.period().from();
        return before(slice, Grain.WEEK, from.minusDays(7L * Dispersion.MOST));
    }

    /** The last days before it. */
    private static Slice days(Slice slice) {
        return before(slice, Grain.DAY, slice.period().from().minusDays(Weekdays.DAYS));
    }

    private static Slice before(Slice slice, Grain grain, LocalDate from) {
        TreeMap<String, String> options = new TreeMap<>(slice.options());
        for (Part part : Part.values()) {
            options.remove(part.option().key());
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

    private static Weekdays weekdays(Metric metric, Map<GroupKey, Figure> daily) {
        SortedMap<LocalDate, Figure> days = new TreeMap<>();
        daily.forEach((key, figure) ->
                key.bucket().ifPresent(start -> days.put(start.toLocalDate(), figure)));
        return Weekdays.of(metric.aggregation(), days);
    }

    Optional<Change> change(Definition.Better better, GroupKey place, Figure now, Figure before, Pairing over) {
        return Change.between(
                metric.definition().unit(),
                better,
                now,
                before,
                dispersion(place),
                weekdays.compared(over.now(), over.before()));
    }

    private Optional<Dispersion> dispersion(GroupKey place) {
        return dispersions.computeIfAbsent(
                new GroupKey(Optional.empty(), place.channel(), place.segmentValue()), this::estimate);
    }

    private Optional<Dispersion> estimate(GroupKey place) {
        if (weekly.isEmpty()) {
            return Optional.empty();
        }
        List<Figure> figures = weeks.stream()
                .map(week -> new GroupKey(Optional.of(week), place.channel(), place.segmentValue()))
                .map(key -> weekly.getOrDefault(key, nothing))
                .toList();
        boolean count = metric.definition().unit() == Definition.Unit.COUNT;
        return Dispersion.of(metric.aggregation(), count, figures, days);
    }
}
