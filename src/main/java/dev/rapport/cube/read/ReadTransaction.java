package dev.rapport.cube.read;

import dev.rapport.db.DataVersions;
import dev.rapport.db.VersionedCache;
import dev.rapport.metric.Input;
import dev.rapport.metric.Measure;
import dev.rapport.metric.Waits;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import dev.rapport.web.DataVersion;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.roaringbitmap.RoaringBitmap;

/** Reads in one transaction with one snapshot: whatever is read through it was true at the same moment. */
public final class ReadTransaction {
    /** One round trip for all that every question needs to know first. */
    private static final String STATE = """
            select refreshed_at, settings.zone, week_start, company_size, product_customers_only,
                   weight_likes, weight_shares, weight_comments, weight_saves, weight_clicks,
                   exists (select from product_use) as product_marked,
                   (select key from goal where id = default_goal_id) as default_goal,
                   (select min(marked_at) from dirty_day) as waiting,
                   (select min(day) from dirty_day) as uncounted,
                   current_setting('transaction_isolation') <> 'read committed'
                       and current_setting('transaction_read_only')::boolean as settled,
                   %s as numbers
            from rollup_state, settings
            """.formatted(DataVersions.NUMBERS);

    private final Handle handle;
    private final Dimensions dimensions;
    private final Optional<Instant> waiting;
    private final Optional<LocalDate> uncounted;
    private final Optional<DataVersion> version;
    private final SetStore sets;
    private final Restatements restatements;
    private final Map<Object, Object> known = new HashMap<>();

    private ReadTransaction(
            Handle handle,
            Dimensions dimensions,
            Optional<Instant> waiting,
            Optional<LocalDate> uncounted,
            Optional<DataVersion> version,
            SetStore sets,
            Restatements restatements) {
        this.handle = handle;
        this.dimensions = dimensions;
        this.waiting = waiting;
        this.uncounted = uncounted;
        this.version = version;
        this.sets = sets;
        this.restatements = restatements;
    }

    /** Of a connection at its turn. */
    static ReadTransaction of(Handle handle, DimensionsCache cache, SetStore sets, Restatements restatements) {
        return handle.select(STATE)
                .map((row, context) -> of(handle, row, cache, sets, restatements))
                .one();
    }

    private static ReadTransaction of(
            Handle handle, ResultSet row, DimensionsCache cache, SetStore sets, Restatements restatements)
            throws SQLException {
        DataVersion version = DataVersion.parse(row.getString("numbers"), row.getObject("uncounted") != null);
        return new ReadTransaction(
                handle,
                cache.read(handle, row, version),
                Optional.ofNullable(row.getObject("waiting", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("uncounted", LocalDate.class)),
                row.getBoolean("settled") ? Optional.of(version) : Optional.empty(),
                sets,
                restatements);
    }

    /** Of a connection as it is, remembering nothing of others: for tests, and for who reads once. */
    public static ReadTransaction on(Handle handle) {
        return of(handle, new DimensionsCache(), new SetStore(0), new Restatements());
    }

    /** For what only facts answer; not to be closed. */
    public Handle handle() {
        return handle;
    }

    /** Who contributed to the measure, in each part of the breakdown that has anybody; not to be changed. */
    public Map<DimensionKey, RoaringBitmap> people(Measure measure, Slice slice, Period period, Grouping grouping) {
        PlannedQuery plannedQuery = PlannedQuery.of(slice, period, grouping, dimensions);
        Map<DimensionKey, RoaringBitmap> people = new HashMap<>();
        DimensionKeys keys = new DimensionKeys(plannedQuery);
        new SetReader(this)
                .people(plannedQuery, measure.id(), 0)
                .forEach((cellId, who) -> people.put(keys.of(cellId), who));
        return people;
    }

    /**
     * The single values of a measure in each part of the breakdown, which is not by the hour.
     *
     * @param measure that keeps its values
     * @param counted of how many there are values, those that are 0 included
     */
    public Map<DimensionKey, Waits> values(
            Measure measure, Measure counted, Slice slice, Period period, Grouping grouping) {
        return new ValueRunReader(handle).read(PlannedQuery.of(slice, period, grouping, dimensions), measure, counted);
    }

    /**
     * Mean, over the days of each part up to today, of the people active on the day, or in the trailing days up to it.
     *
     * @param only of these people, where they are given
     */
    public Map<DimensionKey, BigDecimal> meanActive(
            Input.MeanActive input,
            Slice slice,
            Period period,
            Grouping grouping,
            LocalDate today,
            Optional<RoaringBitmap> only) {
        PlannedQuery plannedQuery = PlannedQuery.of(slice, period, grouping, dimensions);
        InputValues numbers = new InputReader(this, List.of(), today, only).read(plannedQuery, List.of(input));
        DimensionKeys keys = new DimensionKeys(plannedQuery);
        Map<DimensionKey, BigDecimal> means = new HashMap<>();
        numbers.places()
                .forEach(cellId -> means.put(keys.of(cellId), numbers.at(cellId).get(input)));
        return means;
    }

    /**
     * Reads once what several questions of a batch want.
     *
     * @param key what is read, of a type that nobody else's keys are of; always with the same type of value
     */
    @SuppressWarnings("unchecked")
    public <V> V once(Object key, Supplier<V> reading) {
        Object value = known.get(key);
        if (value == null) {
            value = reading.get();
            known.put(key, value);
        }
        return (V) value;
    }

    public FactGrouping sorting(Slice slice, Period period, Grouping grouping) {
        return new FactGrouping(PlannedQuery.of(slice, period, grouping, dimensions));
    }

    public Dimensions dimensions() {
        return dimensions;
    }

    SetStore sets() {
        return sets;
    }

    /**
     * Reads what the cache does not know at the version of this transaction. Where what is seen may move, or rows of its own are
     * seen, nothing is kept and nothing believed.
     *
     * @param areas of the data on which it rests; none for all
     */
    public <K, V> V kept(VersionedCache<K, V> cache, K key, Supplier<V> reading, String... areas) {
        return version.isEmpty() ? reading.get() : cache.get(version.get().of(areas), key, reading);
    }

    /** The same for as long as no figure of any day of the period is another one. */
    public Object version(Period period) {
        return sets.versions().of(this, period);
    }

    Optional<RoaringBitmap[]> narrowed(DailyPersonFilter.Key key) {
        RoaringBitmap[] ofBatch = (RoaringBitmap[]) known.get(key);
        return Optional.ofNullable(ofBatch == null ? sets.met(this, key) : ofBatch);
    }

    void keep(DailyPersonFilter.Key key, RoaringBitmap[] narrowed) {
        known.put(key, narrowed);
        if (key.isMet()) {
            sets.keepMet(this, key, narrowed);
        }
    }

    public Freshness freshness(Period period) {
        return once(
                period,
                () -> new Freshness(
                        Freshness.at(dimensions.refreshedAt(), waiting),
                        restatements.last(handle, dimensions, period),
                        uncounted.filter(day -> day.isBefore(period.to())).isPresent()));
    }
}
