package dev.rapport.fact;

import dev.rapport.db.ReportingTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Describes where the rows of a fact type are kept, with a version for each piece of news.
 *
 * @param view what is read: the table, or a view of those of its rows that count
 * @param family whose days get dirty
 * @param columns of the fact, each with the SQL that fills it ({@code s} the row, {@code v} the visitor, {@code c} the
 *     channel, {@code sv} the survey)
 * @param times columns that date it: what an import, or taking one back, makes dirty; the first says when it began
 * @param counted columns that date what the rollup counts of it; none where it is read as it is
 * @param together column of which all rows with one value happen at once, and change together
 */
public record FactTable(
        String name,
        String view,
        String family,
        Map<String, String> columns,
        List<String> times,
        List<String> counted,
        Optional<String> together) {
    private static final String CHANNEL = "coalesce(c.id, (select id from channel where key = 'unknown'))";

    public static FactTable named(String name) {
        return new FactTable(name, name, "", Map.of(), List.of(), List.of(), Optional.empty());
    }

    public FactTable family(String key) {
        return new FactTable(name, view, key, columns, times, counted, together);
    }

    public FactTable view(String ofThoseThatCount) {
        return new FactTable(name, ofThoseThatCount, family, columns, times, counted, together);
    }

    /** Are counted as well, unless {@link #counted} says otherwise. */
    public FactTable times(String... dating) {
        return new FactTable(name, view, family, columns, List.of(dating), List.of(dating), together);
    }

    public FactTable counted(String... dating) {
        return new FactTable(name, view, family, columns, times, List.of(dating), together);
    }

    /** It is read as it is, without a rollup. */
    public FactTable uncounted() {
        return counted(new String[0]);
    }

    public FactTable together(String column) {
        return new FactTable(name, view, family, columns, times, counted, Optional.of(column));
    }

    /** Whoever the row is about. */
    public FactTable person() {
        return column("visitor_id", "v.id");
    }

    public FactTable channel() {
        return column("channel_id", CHANNEL);
    }

    public FactTable survey() {
        return column("survey_id", "sv.id");
    }

    /** Says what the field of the same name says. */
    public FactTable column(String column) {
        return column(column, "s.f_" + column);
    }

    public FactTable column(String column, String sql) {
        Map<String, String> more = new LinkedHashMap<>(columns);
        more.put(column, sql);
        return new FactTable(name, view, family, Collections.unmodifiableMap(more), times, counted, together);
    }

    public boolean hasPerson() {
        return columns.containsKey("visitor_id");
    }

    public boolean hasSurvey() {
        return columns.containsKey("survey_id");
    }

    /** The column that a field fills. */
    public Optional<String> columnOf(String field) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue().equals("s.f_" + field))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Selects the moments of those of its rows for which {@code where} holds. */
    public String momentsWhere(String where) {
        String rows = together.map(
                        column -> "%1$s in (select %1$s from %2$s where %3$s)".formatted(column, name, where))
                .orElse(where);
        return times.stream()
                .map(time -> "select " + instant(time) + " from " + name + " where " + rows)
                .collect(Collectors.joining(" union all "));
    }

    /** Selects, one each, the times that the rollup counts by, of those of its rows for which {@code where} holds. */
    public Stream<String> countedWhere(String where) {
        List<String> selects = new ArrayList<>();
        for (String time : counted) {
            String known = time.equals(counted.get(0)) ? "" : time + " is not null and ";
            selects.add("select " + instant(time) + " as at from " + view + " where current and " + known + where);
        }
        return selects.stream();
    }

    /** A day is a reporting day, whatever the zone: it stands for the moment in which it starts. */
    private static String instant(String time) {
        return time.equals("day") ? ReportingTime.start("day") : time;
    }
}
