package dev.rapport.cube.read;

import dev.rapport.db.SqlBuilder;
import dev.rapport.db.VersionedCache;
import dev.rapport.slice.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * Numbers days and months by when their figures last changed: what was read of one holds while its number is the same. A month's
 * number is made of the highest one of its days and of how many they are: a day that changes gets the highest of all, and one that
 * goes leaves one less.
 */
final class DayVersions {
    private static final int MOST = 200;

    private static final String DAYS = """
            select day, version, 1 from day_refresh where family = ? and day >= ? and day < ?
            """;

    private static final String MONTHS = """
            select date_trunc('month', day::timestamp)::date, max(version), count(*)
            from day_refresh where family = ? and day >= ? and day < ? group by 1
            """;

    private static final String ALL = """
            select max(version), count(*) from day_refresh where day >= ? and day < ?
            """;

    private final VersionedCache<Of, Long[]> kept = VersionedCache.ofFew(MOST);
    private final VersionedCache<Period, Of.All> whole = VersionedCache.ofFew(MOST);

    private record Of(String family, boolean month, Period period) {
        record All(long highest, long days) {}
    }

    /** Of each day of the period, or of each of its months; 0 where there is nothing. Not to be changed. */
    Long[] of(ReadTransaction readTransaction, String family, boolean month, Period period) {
        return kept.get(
                readTransaction.dimensions().version(),
                new Of(family, month, period),
                () -> read(readTransaction, family, month, period));
    }

    /** Of the whole period and all families. */
    Object of(ReadTransaction readTransaction, Period period) {
        return whole.get(
                readTransaction.dimensions().version(),
                period,
                () -> readTransaction
                        .handle()
                        .select(ALL, period.from(), period.to())
                        .map((row, context) -> new Of.All(row.getLong(1), row.getLong(2)))
                        .one());
    }

    private static Long[] read(ReadTransaction readTransaction, String family, boolean month, Period period) {
        Long[] versions = new Long[(int) index(month, period, period.to())];
        Arrays.fill(versions, 0L);
        new SqlBuilder()
                .add(month ? MONTHS : DAYS, family, period.from(), period.to())
                .read(readTransaction.handle(), row -> {
                    int index = (int) index(month, period, row.getObject(1, LocalDate.class));
                    versions[index] = row.getLong(2) * 32 + row.getInt(3);
                });
        return versions;
    }

    private static long index(boolean month, Period period, LocalDate day) {
        return (month ? ChronoUnit.MONTHS : ChronoUnit.DAYS).between(period.from(), day);
    }
}
