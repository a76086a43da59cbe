package dev.rapport.fact;

import dev.rapport.metric.Measure;
import dev.rapport.slice.Dimension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Selects the facts of one kind with all that each adds to the measures. It has one row a fact instead of one a fact
 * and measure, so that many facts are read, dated and given their segments once.
 *
 * @param sql a select over facts (or sessions) from {@code span.from_at} to {@code span.to_at} (timestamptz, half-open),
 *     answering {@code (item int, at timestamptz, channel_id smallint, person_id int or null)} and whatever {@link #values}
 *     are made of. A person who is only known to be somebody is null.
 * @param values what a row adds to which measure; each measure of a family stands in one source only
 * @param source what decides them, and so which days have to be looked at when facts have changed
 * @param parts what the facts can be told apart by beside channel and segment, as SQL of a text over the row; null is a
 *     part without a name
 */
public record MeasureSource(String sql, List<Value> values, Source source, Map<Dimension, String> parts) {
    public enum Source {
        /** Facts; those of a day may belong to a session of the day before. */
        FACTS,
        /** Rows of {@code session} and nothing else: where they are the same, so are the measures. */
        SESSIONS,
        /** Rows of {@code person_first}, which facts of other days change as well. */
        FIRSTS
    }

    private static final String SPAN =
            "span as not materialized (select ?::timestamptz as from_at, ?::timestamptz as to_at)";

    /**
     * @param measure whose id it is; 0 when the row names it in a column {@code measure}
     * @param value SQL of a whole number; null and 0 add nothing
     */
    record Value(int measure, String value) {
        private String id() {
            return measure == 0 ? "measure" : measure + "::smallint";
        }
    }

    public MeasureSource {
        values = List.copyOf(values);
        // In their order, as the SQL of all sources is what a rebuild is known by, in this process and the next.
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a source without a value adds nothing");
        }
    }

    public static MeasureSource of(String sql, Measure measure, String value) {
        return new MeasureSource(sql, List.of(value(measure, value)), Source.FACTS, Map.of());
    }

    /** What can be told from the rows of {@code session}, without their events. */
    public static MeasureSource ofSessions(String sql, Measure measure, String value) {
        return new MeasureSource(sql, List.of(value(measure, value)), Source.SESSIONS, Map.of());
    }

    /** What people do for the first time ever, out of {@code person_first}. */
    public static MeasureSource ofFirsts(String sql, Measure measure, String value) {
        return new MeasureSource(sql, List.of(value(measure, value)), Source.FIRSTS, Map.of());
    }

    /** And so much to this measure. */
    public MeasureSource and(Measure measure, String value) {
        List<Value> more = new ArrayList<>(values);
        more.add(value(measure, value));
        return new MeasureSource(sql, more, source, parts);
    }

    /** And can be told apart by this. Cells do not know it: such questions are put to the facts. */
    public MeasureSource apart(Dimension dimension, String text) {
        Map<Dimension, String> more = new EnumMap<>(Dimension.class);
        more.putAll(parts);
        more.put(dimension, text);
        return new MeasureSource(sql, values, source, more);
    }

    private static Value value(Measure measure, String value) {
        return new Value(measure.id(), value);
    }

    /** Of those that the family has, the ones made of this source. */
    public List<Measure> measures(String family) {
        return Stream.of(Measure.values())
                .filter(measure -> measure.family().equals(family))
                .filter(measure -> namesMeasures() || values.stream().anyMatch(each -> each.measure == measure.id()))
                .toList();
    }

    /** As {@link dev.rapport.cube.build.FactSource#sql()} wants it: a row for each fact and measure. */
    public static String rows(List<MeasureSource> all) {
        return rows(all, MeasureSource::rows);
    }

    /**
     * The same of some measures, with a column {@code part_<name>} for each of the parts, all of which the source must know.
     */
    public static String rows(List<MeasureSource> all, Set<Measure> measures, Set<Dimension> parts) {
        return rows(all, measureSource -> measureSource.of(measures).rows(parts));
    }

    private static String rows(List<MeasureSource> all, Function<MeasureSource, String> each) {
        return "with " + SPAN + "\n" + all.stream().map(each).collect(Collectors.joining("union all\n"));
    }

    private MeasureSource of(Set<Measure> measures) {
        Set<Integer> ids = measures.stream().map(Measure::id).collect(Collectors.toSet());
        List<Value> some = values.stream()
                .filter(value -> value.measure == 0 || ids.contains(value.measure))
                .toList();
        return new MeasureSource(sql, some, source, parts);
    }

    private String rows() {
        return rows("", sql);
    }

    /** A part's name may have to be looked up: once a fact and not once a measure, for which {@code offset} is a fence. */
    private String rows(Set<Dimension> wanted) {
        String columns =
                wanted.stream().map(dimension -> ", fact." + column(dimension)).collect(Collectors.joining());
        String named = wanted.stream()
                .map(dimension -> ", coalesce((%s)::text, '') as %s".formatted(parts.get(dimension), column(dimension)))
                .collect(Collectors.joining());
        return rows(columns, "select fact.*%s from (%s) as fact offset 0".formatted(named, sql));
    }

    private String rows(String columns, String facts) {
        return """
                select added.measure, fact.item, fact.at, fact.channel_id, fact.person_id, added.value%s
                from (%s) as fact cross join lateral (values %s) as added(measure, value)
                where added.value <> 0
                """.formatted(
                        columns,
                        facts,
                        values.stream()
                                .map(each -> "(%s, (%s)::bigint)".formatted(each.id(), each.value))
                                .collect(Collectors.joining(", ")));
    }

    /** As {@link #rows(List, Set, Set)} calls it. */
    public static String column(Dimension dimension) {
        return "part_" + dimension.name().toLowerCase(Locale.ROOT);
    }

    /** Rows that name their measure themselves, as {@link dev.rapport.cube.build.FactSource#sql()} answers them. */
    public static MeasureSource ofRows(String sql) {
        return new MeasureSource(sql, List.of(new Value(0, "value")), Source.FACTS, Map.of());
    }

    private boolean namesMeasures() {
        return values.get(0).measure == 0;
    }

    /** The facts as a table {@code fact}; its two parameters are the first. */
    public String with() {
        return "with " + (namesMeasures() ? "" : SPAN + ", ") + "fact as not materialized (" + sql + ")\n";
    }

    /** What tells rows of different measures apart. */
    public String measure() {
        return namesMeasures() ? "measure" : "0";
    }

    /** {@code v1, v2, ...}, each put into the format. */
    public String columns(String format) {
        return IntStream.rangeClosed(1, values.size())
                .mapToObj(i -> format.replace("#", "v" + i))
                .collect(Collectors.joining(", "));
    }

    /** The values as v1, v2, ... */
    public String named() {
        return IntStream.range(0, values.size())
                .mapToObj(i -> "(" + values.get(i).value + ")::bigint as v" + (i + 1))
                .collect(Collectors.joining(", "));
    }

    /** What a value is added to. @param named what the row says */
    public int measure(int value, int named) {
        return namesMeasures() ? named : values.get(value).measure;
    }
}
