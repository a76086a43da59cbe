package dev.rapport.cube.read;

import dev.rapport.db.VersionedCache;
import dev.rapport.slice.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Keeps what was read of a family's facts, a calendar month at a time, for as long as it is true: whoever changes facts
 * marks their days in the same transaction, by which the family's number grows, as it does when marked days are counted in, also
 * when no figure is another one for it. What others do, as visits of every second, changes nothing of it.
 *
 * @param <V> what was read; not to be changed
 */
public final class MonthlyFacts<V> {
    private final String family;
    private final VersionedCache<Month, V> kept;

    private record Month(ZoneId zone, LocalDate first) {}

    /**
     * @param most bytes that all months may take
     * @param bytes that a month takes
     */
    public MonthlyFacts(String family, long most, ToIntFunction<V> bytes) {
        this.family = family;
        this.kept = VersionedCache.ofBytes(most, bytes);
    }

    /** The months of the zone that the period touches, in order. */
    public List<V> get(ReadTransaction readTransaction, ZoneId zone, Period period, Function<Period, V> reading) {
        List<V> found = new ArrayList<>();
        LocalDate month = period.from().withDayOfMonth(1);
        while (!month.isAfter(period.lastDay())) {
            LocalDate first = month;
            month = month.plusMonths(1);
            Period days = new Period(first, month);
            found.add(readTransaction.kept(kept, new Month(zone, first), () -> reading.apply(days), family));
        }
        return found;
    }
}
