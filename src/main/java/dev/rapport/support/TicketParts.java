package dev.rapport.support;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.SliceFilter;
import dev.rapport.db.ReportingTime;
import dev.rapport.fact.AgentName;
import dev.rapport.metric.Metric;
import dev.rapport.query.RowQuery;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.web.NameKey;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which tickets a query asks for by what they say of themselves: it may be broken down by issue type, agent, team,
 * priority or hour, and narrowed to one of each.
 *
 * @param apart by what the answer is broken down
 * @param only the one value of a dimension that is asked for
 */
record TicketParts(Optional<Dimension> apart, Map<Dimension, String> only) {
    /** SQL of the texts, over a table {@code %1$s} and the moment {@code %2$s} of what is counted. */
    private static final Map<Dimension, String> TEXTS = Map.of(
            Dimension.ISSUE_TYPE, "%1$s.issue_type",
            Dimension.AGENT, AgentName.shown("%1$s.assignee"),
            Dimension.TEAM, "%1$s.team",
            Dimension.PRIORITY, "%1$s.priority",
            Dimension.WEEKDAY_HOUR, "to_char(" + ReportingTime.clock("%2$s") + ", 'ID-HH24')");

    /** What a ticket says of itself, whatever is counted of it. */
    static final List<Dimension> SAID =
            List.of(Dimension.ISSUE_TYPE, Dimension.AGENT, Dimension.TEAM, Dimension.PRIORITY);

    static final Set<Dimension> ALL = TEXTS.keySet();

    static TicketParts of(Metric metric, Slice slice, Grouping grouping) {
        return new TicketParts(grouping.part(), only(slice, metric.definition().parts()));
    }

    private static Map<Dimension, String> only(Slice slice, Set<Dimension> known) {
        Map<Dimension, String> only = new EnumMap<>(Dimension.class);
        known.forEach(dimension -> slice.option(dimension.option()).ifPresent(value -> only.put(dimension, value)));
        return Collections.unmodifiableMap(only);
    }

    /** SQL of the texts of all dimensions, over a row of that table and that moment. */
    static Map<Dimension, String> texts(String table, String moment) {
        Map<Dimension, String> texts = new EnumMap<>(Dimension.class);
        TEXTS.forEach((dimension, text) -> texts.put(dimension, text.formatted(table, moment)));
        return texts;
    }

    /** SQL of what a row of {@code ticket} says of itself, never null, in the order of {@link #SAID}. */
    static String said() {
        return String.join(
                ", ",
                SAID.stream()
                        .map(dimension ->
                                "coalesce(%s, '')".formatted(texts("ticket", "").get(dimension)))
                        .toList());
    }

    /** Narrows rows of {@code fact} to the values that are asked for. @param among which dimensions */
    static void narrow(RowQuery.Builder query, SliceFilter condition, String moment, Iterable<Dimension> among) {
        Map<Dimension, String> texts = texts("fact", moment);
        among.forEach(dimension -> condition.part(query, dimension, Objects.requireNonNull(texts.get(dimension))));
    }

    /** @param said in the order of {@link #SAID} */
    boolean asks(List<String> said) {
        return only.entrySet().stream()
                .allMatch(asked -> isNamed(asked.getValue(), said.get(SAID.indexOf(asked.getKey()))));
    }

    /** Under which part tickets that say this are counted; the same for all when they are not told apart. */
    Optional<String> part(List<String> said) {
        return apart.map(dimension -> said.get(SAID.indexOf(dimension)));
    }

    /** Any spelling of a name's letters may be asked for. */
    static boolean isNamed(String asked, String name) {
        return NameKey.of(asked).equals(NameKey.of(name));
    }

    /** The question without them. */
    static Grouping without(Grouping grouping) {
        return new Grouping(grouping.byBucket(), grouping.byChannel(), grouping.segmentGroup());
    }

    static DimensionKey key(DimensionKey place, Optional<String> part) {
        return new DimensionKey(place.bucket(), place.channel(), place.segmentValue(), part);
    }
}
