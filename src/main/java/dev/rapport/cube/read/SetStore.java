package dev.rapport.cube.read;

import static dev.rapport.db.SqlBuilder.array;

import dev.rapport.cube.store.PersonSetFormat;
import dev.rapport.db.SqlBuilder;
import dev.rapport.db.VersionedCache;
import dev.rapport.metric.Measure;
import dev.rapport.slice.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Keeps sets of people in memory as they are stored. A set is what it was for as long as the version of its day or month is the
 * same; when a day's figures have changed, all sets of it are read again that somebody asks for.
 */
final class SetStore {
    /** What an entry takes beside its people. */
    private static final int OVERHEAD = 256;

    private static final int SHARE_OF_MET = 8;

    /** Sets can be wide: not all rows of an answer at a time. */
    private static final int FETCH = 500;

    /** @param channel 0 for all, as is {@code value} */
    record Column(int channel, int value) {}

    /** @param start as a day of the epoch */
    private record Key(boolean month, int measure, int item, int channel, int value, int start) {
        // Tens of thousands are looked up for a page; what a record brings of itself takes several times as long.
        @Override
        public int hashCode() {
            return (((measure * 31 + item) * 1_000_003 + channel) * 1_000_003 + value) * 1_000_003
                    + (month ? -start : start);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && start == key.start
                    && value == key.value
                    && channel == key.channel
                    && measure == key.measure
                    && item == key.item
                    && month == key.month;
        }
    }

    private static final RoaringBitmap NOBODY = new RoaringBitmap();

    private final DayVersions versions = new DayVersions();
    private final VersionedCache<Key, RoaringBitmap> kept;

    /** What sets have in common: whoever looks at two segments at once asks for them again with each metric and page. */
    private final VersionedCache<DailyPersonFilter.Key, RoaringBitmap[]> met;

    /** @param bytes that all sets together may take */
    SetStore(long bytes) {
        met = VersionedCache.ofBytes(
                bytes / SHARE_OF_MET,
                sets -> OVERHEAD
                        + Arrays.stream(sets)
                                .mapToInt(set -> OVERHEAD + set.getSizeInBytes())
                                .sum());
        kept = VersionedCache.ofBytes(bytes - bytes / SHARE_OF_MET, people -> OVERHEAD + people.getSizeInBytes());
    }

    /** The sets of the columns for each day of the period, in order; not to be changed. */
    Map<Column, RoaringBitmap[]> days(
            ReadTransaction readTransaction, int measure, int item, List<Column> columns, Period period) {
        return new Reading(readTransaction, false, measure, item, columns, period).read();
    }

    /** The same for each month of a period of whole months. */
    Map<Column, RoaringBitmap[]> months(
            ReadTransaction readTransaction, int measure, int item, List<Column> columns, Period period) {
        return new Reading(readTransaction, true, measure, item, columns, period).read();
    }

    RoaringBitmap @Nullable [] met(ReadTransaction readTransaction, DailyPersonFilter.Key key) {
        return met.find(readTransaction.dimensions().version(), key);
    }

    void keepMet(ReadTransaction readTransaction, DailyPersonFilter.Key key, RoaringBitmap[] sets) {
        met.keep(readTransaction.dimensions().version(), key, sets);
    }

    DayVersions versions() {
        return versions;
    }

    private final class Reading {
        private final ReadTransaction readTransaction;
        private final boolean month;
        private final int measure;
        private final int item;
        private final Period period;
        private final Map<Column, @Nullable RoaringBitmap[]> found = new HashMap<>();
        private final int length;
        private final int[] starts;

        Reading(
                ReadTransaction readTransaction,
                boolean month,
                int measure,
                int item,
                List<Column> columns,
                Period period) {
            this.readTransaction = readTransaction;
            this.month = month;
            this.measure = measure;
            this.item = item;
            this.period = period;
            this.length = index(period.to());
            this.starts = IntStream.range(0, length)
                    .map(index -> (int) start(index).toEpochDay())
                    .toArray();
            columns.forEach(column -> found.put(column, new RoaringBitmap[length]));
        }

        @SuppressWarnings("NullAway") // No element is null when all has been read.
        Map<Column, RoaringBitmap[]> read() {
            Long[] versions = SetStore.this.versions.of(readTransaction, family(measure), month, period);
            Gap missing = new Gap();
            found.forEach((column, sets) -> {
                for (int i = 0; i < length; i++) {
                    RoaringBitmap known = kept.find(versions[i], key(column, i));
                    if (known == null) {
                        missing.add(column, i);
                    } else {
                        sets[i] = known;
                    }
                }
            });
            if (!missing.isEmpty()) {
                load(missing);
                keep(missing, versions);
            }
            return (Map<Column, RoaringBitmap[]>) (Map<?, ?>) found;
        }

        private void load(Gap missing) {
            for (Column column : missing.columns) {
                Arrays.fill(sets(column), missing.first, missing.last + 1, NOBODY);
            }
            select(missing).read(readTransaction.handle(), FETCH, row -> {
                Column column = new Column(row.getInt(2), row.getInt(3));
                sets(column)[index(row.getObject(1, LocalDate.class))] = PersonSetFormat.readAll(row.getBytes(4));
            });
        }

        private SqlBuilder select(Gap gap) {
            String select = "select day, channel_id, segment_value_id, members from "
                    + (month ? "month_set" : "day_set") + " where measure = ? and item = ? and day >= ? and day < ?";
            SqlBuilder sql = new SqlBuilder();
            sql.add(select, measure, item, start(gap.first), start(gap.last + 1));
            sql.add(" and segment_value_id = 0 and channel_id = any(?)", array("smallint", gap.channels()));
            if (!gap.values().isEmpty()) {
                sql.add(" union all " + select, measure, item, start(gap.first), start(gap.last + 1));
                sql.add(" and channel_id = 0 and segment_value_id = any(?)", array("integer", gap.values()));
            }
            return sql;
        }

        private void keep(Gap read, Long[] versions) {
            for (Column column : read.columns) {
                for (int i = read.first; i <= read.last; i++) {
                    kept.keep(versions[i], key(column, i), Objects.requireNonNull(sets(column)[i]));
                }
            }
        }

        private @Nullable RoaringBitmap[] sets(Column column) {
            return Objects.requireNonNull(found.get(column));
        }

        private Key key(Column column, int index) {
            return new Key(month, measure, item, column.channel, column.value, starts[index]);
        }

        private LocalDate start(int index) {
            return month ? period.from().plusMonths(index) : period.from().plusDays(index);
        }

        private int index(LocalDate day) {
            return (int) (month ? ChronoUnit.MONTHS : ChronoUnit.DAYS).between(period.from(), day);
        }
    }

    private static String family(int measure) {
        return Stream.of(Measure.values())
                .filter(each -> each.id() == measure)
                .findFirst()
                .orElseThrow()
                .family();
    }

    /** Columns and days that are not there: the smallest rectangle around them. */
    private static final class Gap {
        private final Set<Column> columns = new LinkedHashSet<>();
        private int first = Integer.MAX_VALUE;
        private int last = -1;

        void add(Column column, int index) {
            columns.add(column);
            first = Math.min(first, index);
            last = Math.max(last, index);
        }

        boolean isEmpty() {
            return columns.isEmpty();
        }

        List<Integer> channels() {
            return columns.stream()
                    .filter(column -> column.value() == 0)
                    .map(Column::channel)
                    .toList();
        }

        List<Integer> values() {
            return columns.stream()
                    .map(Column::value)
                    .filter(value -> value != 0)
                    .toList();
        }
    }
}
