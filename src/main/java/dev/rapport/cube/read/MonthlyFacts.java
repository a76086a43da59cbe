package dev.rapport.cube.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rapport.slice.Period;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Keeps what was read of a family's facts, a calendar month at a time, for as long as it is true: whoever changes facts
 * marks their days in the same transaction, and the family's version grows in the one in which marked days are counted in,
 * also when no figure is another one for it, or before the marks go.
 *
 * @param <V> what was read; not to be changed
 */
public final class MonthlyFacts<V> {
    private static final String STAMPS = """
            select month::date,
                   concat_ws(' ',
                       (select version from family_version where family = asked.family),
                       (select string_agg(concat_ws(' ', day, marked), ',' order by day) from dirty_day
                        where dirty_day.family = asked.family and day >= month and day < month + interval '1 month'))
            from (select ? as family, ?::date::timestamp as first, ?::date::timestamp as last) as asked
            cross join generate_series(first, last, interval '1 month') as month
            """;

    private final String family;
    private final Cache<Month, Kept<V>> kept;

    private record Month(ZoneId zone, LocalDate first) {}

    private record Kept<V>(String stamp, V value) {}

    /** Reads the facts of a month. */
    public interface Reading<V> {
        V read(Period month) throws SQLException;
    }

    /**
     * @param most bytes that all months may take
     * @param bytes that a month takes
     */
    public MonthlyFacts(String family, long most, ToIntFunction<V> bytes) {
        this.family = family;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((Month month, Kept<V> value) -> bytes.applyAsInt(value.value))
                .executor(Runnable::run)
                .build();
    }

    /** The months of the zone that the period touches, in order. Nothing is kept of a view of which nothing tells what it sees. */
    public List<V> get(ReadTransaction view, ZoneId zone, Period period, Reading<V> reading) throws SQLException {
        LocalDate first = period.from().withDayOfMonth(1);
        LocalDate end = period.lastDay().withDayOfMonth(1).plusMonths(1);
        Optional<Map<LocalDate, String>> stamps =
                view.snapshot().isEmpty() ? Optional.empty() : Optional.of(stamps(view, first, end.minusMonths(1)));
        List<V> found = new ArrayList<>();
        for (LocalDate month = first; month.isBefore(end); month = month.plusMonths(1)) {
            Month key = new Month(zone, month);
            LocalDate start = month;
            Optional<String> stamp = stamps.map(all -> all.getOrDefault(start, ""));
            Kept<V> known = kept.getIfPresent(key);
            if (known == null || !stamp.equals(Optional.of(known.stamp))) {
                known = new Kept<>(stamp.orElse(""), reading.read(new Period(month, month.plusMonths(1))));
                if (stamp.isPresent()) {
                    kept.put(key, known);
                }
            }
            found.add(known.value);
        }
        return found;
    }

    private Map<LocalDate, String> stamps(ReadTransaction view, LocalDate first, LocalDate last) throws SQLException {
        Map<LocalDate, String> stamps = new HashMap<>();
        try (var statement = view.connection().prepareStatement(STAMPS)) {
            statement.setString(1, family);
            statement.setObject(2, first);
            statement.setObject(3, last);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    stamps.put(row.getObject(1, LocalDate.class), row.getString(2));
                }
            }
        }
        return stamps;
    }
}
