package dev.rapport.cube.read;

import dev.rapport.db.SqlBuilder;
import dev.rapport.metric.CellMetric;
import dev.rapport.metric.ComposedMetric;
import dev.rapport.metric.FactMetric;
import dev.rapport.metric.Input;
import dev.rapport.metric.Measure;
import dev.rapport.metric.Metric;
import dev.rapport.metric.SurveyItems;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Tells from which day on there are facts of a kind in a channel. Before it nothing was recorded, which is not the same
 * as nothing having happened.
 *
 * @param first by kind of fact and id of the channel
 * @param mark the first months as they were counted: as long as they are the same, so are their first days
 */
public record Coverage(Map<Of, LocalDate> first, String mark) {
    /** Before anything was read. */
    static final Coverage NONE = new Coverage(Map.of(), "");

    /** @param fact as {@link Measure#fact()} */
    record Of(String fact, int channel) {}

    private static final String MONTHS = """
            select measure, channel_id, min(day) as month from cell_total_month group by measure, channel_id""";

    private static final String MARK = """
            select string_agg(concat_ws(' ', measure, channel_id, month, value), ',' order by measure, channel_id)
            from (select began.measure, began.channel_id, month, sum(value) as value
                  from (%s) as began
                  join cell_total_month as cell on cell.measure = began.measure and cell.channel_id = began.channel_id
                      and cell.day = month
                  group by 1, 2, 3) as first_month
            """.formatted(MONTHS);

    /** The month comes from the monthly sums, so that few days are looked at. */
    private static final String FIRST = """
            select began.measure, began.channel_id, min(cell.day)
            from (%s) as began
            join cell_total as cell on cell.measure = began.measure and cell.channel_id = began.channel_id
                and cell.day >= began.month and cell.day < began.month + interval '1 month'
            group by began.measure, began.channel_id
            """.formatted(MONTHS);

    /** Whom the customers of subscriptions and of a shop begin with. */
    private static final String FIRST_SUBSCRIBED = """
            select channel_id, min(started_at) from subscription where current group by channel_id
            """;

    /** @param before what was read last: the days of months that are the same are not looked at again */
    static Coverage read(Handle handle, ZoneId zone, Coverage before) {
        String mark = zone + " " + mark(handle);
        return mark.equals(before.mark) ? before : read(handle, zone, mark);
    }

    private static String mark(Handle handle) {
        return handle.select(MARK)
                        .map((row, context) -> String.valueOf(row.getString(1)))
                        .one()
                + subscribed(handle);
    }

    private static Map<Integer, OffsetDateTime> subscribed(Handle handle) {
        Map<Integer, OffsetDateTime> first = new TreeMap<>();
        new SqlBuilder()
                .add(FIRST_SUBSCRIBED)
                .read(handle, row -> first.put(row.getInt(1), row.getObject(2, OffsetDateTime.class)));
        return first;
    }

    private static Coverage read(Handle handle, ZoneId zone, String mark) {
        Map<Integer, Measure> measures = new HashMap<>();
        Stream.of(Measure.values()).forEach(measure -> measures.put(measure.id(), measure));
        Map<Of, LocalDate> first = new HashMap<>();
        new SqlBuilder().add(FIRST).read(handle, row -> {
            Measure measure = measures.get(row.getInt(1));
            if (measure != null) {
                put(first, measure.fact(), row.getInt(2), row.getObject(3, LocalDate.class));
            }
        });
        customers(handle, zone, first);
        return new Coverage(Map.copyOf(first), mark);
    }

    private static void customers(Handle handle, ZoneId zone, Map<Of, LocalDate> first) {
        Map.copyOf(first).forEach((of, day) -> {
            if (of.fact().equals(Measure.ORDERS.fact())) {
                put(first, FactMetric.CUSTOMERS, of.channel(), day);
            }
        });
        subscribed(handle)
                .forEach((channel, at) -> put(
                        first,
                        FactMetric.CUSTOMERS,
                        channel,
                        at.atZoneSameInstant(zone).toLocalDate()));
    }

    private static void put(Map<Of, LocalDate> first, String fact, int channel, LocalDate day) {
        first.merge(new Of(fact, channel), day, (one, other) -> one.isBefore(other) ? one : other);
    }

    /**
     * The day before which there is nothing to compare with: there, when the compared days lie before it, or less than half of
     * them after it.
     *
     * @param channels ids; empty means all
     */
    public Optional<LocalDate> nothingBefore(
            Metric metric, Slice slice, SurveyItems items, Collection<Integer> channels, Period compared) {
        return first(metric, slice, items, channels).filter(day -> {
            long covered = day.isAfter(compared.from()) ? ChronoUnit.DAYS.between(day, compared.to()) : compared.days();
            return 2 * covered < compared.days();
        });
    }

    /** The latest of the facts that it needs; empty where there are none at all, and no change either. */
    private Optional<LocalDate> first(Metric metric, Slice slice, SurveyItems items, Collection<Integer> channels) {
        if (metric instanceof ComposedMetric composed) {
            return composed.operands(slice).stream()
                    .flatMap(operand ->
                            first(operand.metric(), slice, items, operand.anyChannel() ? Set.of() : channels).stream())
                    .max(Comparator.naturalOrder());
        }
        return facts(metric, slice, items).stream()
                .flatMap(fact -> first(fact, channels).stream())
                .max(Comparator.naturalOrder());
    }

    private Optional<LocalDate> first(String fact, Collection<Integer> channels) {
        return first.entrySet().stream()
                .filter(entry -> entry.getKey().fact().equals(fact))
                .filter(entry ->
                        channels.isEmpty() || channels.contains(entry.getKey().channel()))
                .map(Map.Entry::getValue)
                .min(Comparator.naturalOrder());
    }

    private static Set<String> facts(Metric metric, Slice slice, SurveyItems items) {
        if (metric instanceof FactMetric read) {
            return read.facts();
        }
        Set<String> facts = new HashSet<>();
        if (metric instanceof CellMetric cells) {
            cells.inputs(slice, items).forEach(input -> measures(input).forEach(measure -> facts.add(measure.fact())));
        }
        return facts;
    }

    private static Stream<Measure> measures(Input input) {
        if (input instanceof Input.Sum sum) {
            return Stream.of(sum.measure());
        } else if (input instanceof Input.People people) {
            return Stream.of(people.measure());
        } else if (input instanceof Input.PeopleAlso both) {
            return Stream.of(both.measure(), both.also());
        } else if (input instanceof Input.MeanActive mean) {
            return Stream.of(mean.measure());
        }
        return Stream.of(((Input.ActiveAtEnd) input).measure());
    }
}
