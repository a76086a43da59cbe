package dev.rapport.query;

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
 * marks their days in the same transaction, and the rollup's version grows in the one in which marked days are counted in,
 * also when no figure is another one for it.
 *
 * @param <V> what was read; not to be changed
 */
public final class MonthlyFacts<V> {
    private static final String MARKS = """
            select date_trunc('month', day)::date, string_agg(concat_ws(' ', day, marked), ',' order by day)
            from dirty_day
            where family = ? and day >= ? and day < ?
            group by 1
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
    public List<V> get(View view, ZoneId zone, Period period, Reading<V> reading) throws SQLException {
        LocalDate first = period.from().withDayOfMonth(1);
        LocalDate end = period.lastDay().withDayOfMonth(1).plusMonths(1);
        Optional<Map<LocalDate, String>> stamps =
                view.snapshot().isEmpty() ? Optional.empty() : Optional.of(marks(view, first, end));
        List<V> found = new ArrayList<>();
        for (LocalDate month = first; month.isBefore(end); month = month.plusMonths(1)) {
            Month key = new Month(zone, month);
            LocalDate start = month;
            Optional<String> stamp = stamps.map(all -> view.dimensions().version() + " " + all.getOrDefault(start, ""));
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

    private Map<LocalDate, String> marks(View view, LocalDate from, LocalDate to) throws SQLException {
        Map<LocalDate, String> marks = new HashMap<>();
        try (var statement = view.connection().prepareStatement(MARKS)) {
            statement.setString(1, family);
            statement.setObject(2, from);
            statement.setObject(3, to);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    marks.put(row.getObject(1, LocalDate.class), row.getString(2));
                }
            }
        }
        return marks;
    }
}
