package dev.rapport.cube.read;

import static dev.rapport.db.SqlBuilder.array;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rapport.cube.store.PersonSetFormat;
import dev.rapport.db.SqlBuilder;
import dev.rapport.slice.Period;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Sets of people as they are stored, kept in memory while they are. A set is what it was as long as the rollup has not moved
 * on; when it has, the row tells: {@code xmin}, the transaction that wrote it, is another one as soon as it has changed.
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

    private static final class Kept {
        private final long writer;
        private final RoaringBitmap people;
        private volatile long version;

        Kept(long writer, RoaringBitmap people, long version) {
            this.writer = writer;
            this.people = people;
            this.version = version;
        }
    }

    private static final long NOBODY_WROTE = 0;
    private static final RoaringBitmap NOBODY = new RoaringBitmap();

    private final Cache<Key, Kept> kept;

    /** What sets have in common: whoever looks at two segments at once asks for them again with each metric and page. */
    private final Cache<Met, RoaringBitmap[]> met;

    /** True of one version of the rollup. */
    private record Met(long version, DailyPersonFilter.Key narrowed) {}

    /** @param bytes that all sets together may take */
    SetStore(long bytes) {
        met = Caffeine.newBuilder()
                .maximumWeight(bytes / SHARE_OF_MET)
                .weigher((Met key, RoaringBitmap[] sets) -> OVERHEAD
                        + Arrays.stream(sets)
                                .mapToInt(set -> OVERHEAD + set.getSizeInBytes())
                                .sum())
                .executor(Runnable::run)
                .build();
        kept = Caffeine.newBuilder()
                .maximumWeight(bytes - bytes / SHARE_OF_MET)
                .weigher((Key key, Kept set) -> OVERHEAD + set.people.getSizeInBytes())
                .executor(Runnable::run)
                .build();
    }

    /** The sets of the columns for each day of the period, in order; not to be changed. */
    Map<Column, RoaringBitmap[]> days(ReadTransaction view, int measure, int item, List<Column> columns, Period period)
            throws SQLException {
        return new Reading(view, false, measure, item, columns, period).read();
    }

    /** The same for each month of a period of whole months. */
    Map<Column, RoaringBitmap[]> months(
            ReadTransaction view, int measure, int item, List<Column> columns, Period period) throws SQLException {
        return new Reading(view, true, measure, item, columns, period).read();
    }

    Optional<RoaringBitmap[]> met(ReadTransaction view, DailyPersonFilter.Key key) {
        return Optional.ofNullable(met.getIfPresent(new Met(view.dimensions().version(), key)));
    }

    void keepMet(ReadTransaction view, DailyPersonFilter.Key key, RoaringBitmap[] sets) {
        met.put(new Met(view.dimensions().version(), key), sets);
    }

    private interface Row {
        void read(Column column, int index, ResultSet row) throws SQLException;
    }

    private final class Reading {
        private final ReadTransaction view;
        private final boolean month;
        private final int measure;
        private final int item;
        private final Period period;
        private final Map<Column, @Nullable RoaringBitmap[]> found = new HashMap<>();
        private final int length;
        private final int[] starts;

        Reading(ReadTransaction view, boolean month, int measure, int item, List<Column> columns, Period period) {
            this.view = view;
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
        Map<Column, RoaringBitmap[]> read() throws SQLException {
            Gap stale = new Gap();
            Gap missing = new Gap();
            long version = view.dimensions().version();
            found.forEach((column, sets) -> {
                for (int i = 0; i < length; i++) {
                    Kept known = kept.getIfPresent(key(column, i));
                    if (known == null) {
                        missing.add(column, i);
                    } else if (known.version != version) {
                        stale.add(column, i);
                    } else {
                        sets[i] = known.people;
                    }
                }
            });
            if (!stale.isEmpty()) {
                check(stale, missing, version);
            }
            if (!missing.isEmpty()) {
                load(missing, version);
            }
            return (Map<Column, RoaringBitmap[]>) (Map<?, ?>) found;
        }

        private void check(Gap stale, Gap missing, long version) throws SQLException {
            Map<Column, long[]> writers = new HashMap<>();
            stale.columns.forEach(column -> writers.put(column, new long[length]));
            select(
                    "xmin::text::bigint",
                    stale,
                    (column, index, row) -> Objects.requireNonNull(writers.get(column))[index] = row.getLong(4));
            writers.forEach((column, written) -> {
                for (int i = stale.first; i <= stale.last; i++) {
                    Kept known = kept.getIfPresent(key(column, i));
                    if (known != null && known.writer == written[i]) {
                        known.version = version;
                        sets(column)[i] = known.people;
                    } else {
                        missing.add(column, i);
                    }
                }
            });
        }

        private void load(Gap missing, long version) throws SQLException {
            for (Column column : missing.columns) {
                Arrays.fill(sets(column), missing.first, missing.last + 1, NOBODY);
            }
            select("xmin::text::bigint, members", missing, (column, index, row) -> {
                RoaringBitmap people = PersonSetFormat.readAll(row.getBytes(5));
                kept.put(key(column, index), new Kept(row.getLong(4), people, version));
                sets(column)[index] = people;
            });
            for (Column column : missing.columns) {
                for (int i = missing.first; i <= missing.last; i++) {
                    if (sets(column)[i] == NOBODY) {
                        kept.put(key(column, i), new Kept(NOBODY_WROTE, NOBODY, version));
                    }
                }
            }
        }

        private void select(String columns, Gap gap, Row reading) throws SQLException {
            String select = "select day, channel_id, segment_value_id, " + columns + " from "
                    + (month ? "month_set" : "day_set") + " where measure = ? and item = ? and day >= ? and day < ?";
            SqlBuilder sql = new SqlBuilder();
            sql.add(select, measure, item, start(gap.first), start(gap.last + 1));
            sql.add(" and segment_value_id = 0 and channel_id = any(?)", array("smallint", gap.channels()));
            if (!gap.values().isEmpty()) {
                sql.add(" union all " + select, measure, item, start(gap.first), start(gap.last + 1));
                sql.add(" and channel_id = 0 and segment_value_id = any(?)", array("integer", gap.values()));
            }
            try (PreparedStatement statement = sql.prepare(view.connection())) {
                statement.setFetchSize(FETCH);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        reading.read(
                                new Column(row.getInt(2), row.getInt(3)),
                                index(row.getObject(1, LocalDate.class)),
                                row);
                    }
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
