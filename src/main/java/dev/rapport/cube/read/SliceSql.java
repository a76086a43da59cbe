package dev.rapport.cube.read;

import dev.rapport.db.SqlBuilder;
import dev.rapport.db.SqlPieces;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Builds the SQL of a query to the facts, which knows what a slice and its breakdown mean. It is put together from
 * fixed pieces, with every value bound. It begins with two common tables:
 *
 * <ul>
 *   <li>{@code bucket (no, from_at, to_at, from_day, last_day)}: the pieces of the trend, or the whole period as number 1;
 *   <li>{@code fit (signature_id, segment_value)}: the segment signatures that are asked for, each with its value of the
 *       group that the answer is broken down by.
 * </ul>
 *
 * <p>The select's first columns are {@code bucket, channel, segment_value}, and {@code part} where the answer is broken down
 * by one, as {@link #key} reads them.
 */
public final class SliceSql implements SqlPieces {
    /** Many rows come through here one by one; it has effect in a transaction only, as queries are run. */
    private static final int FETCH = 10_000;

    private final Slice slice;
    private final SliceFilter filter;
    private final Grouping grouping;
    private final List<Bucket> buckets;
    private final SqlBuilder statement = new SqlBuilder();

    /** Reads one row of the result. */
    public interface RowReader {
        void read(DimensionKey key, ResultSet row) throws SQLException;
    }

    public SliceSql(Slice slice, Period period, Grouping grouping) {
        this.slice = slice;
        this.filter = new SliceFilter(slice);
        this.grouping = grouping;
        this.buckets = grouping.byBucket() ? slice.buckets(period) : List.of(Bucket.whole(period, slice.zone()));
        add("with ");
        bucketTable();
        fitTable();
    }

    private void bucketTable() {
        add(
                """
                bucket (from_at, to_at, from_day, last_day, no) as (
                    select * from unnest(?, ?, ?, ?) with ordinality
                ),
                """,
                array("timestamptz", bucket -> OffsetDateTime.ofInstant(bucket.from(), ZoneOffset.UTC)),
                array("timestamptz", bucket -> OffsetDateTime.ofInstant(bucket.to(), ZoneOffset.UTC)),
                array("date", bucket -> bucket.days().from()),
                array("date", bucket -> bucket.days().lastDay()));
    }

    private Object array(String type, Function<Bucket, Object> part) {
        return SqlBuilder.array(type, buckets.stream().map(part).toList());
    }

    private void fitTable() {
        add("fit as (select signature.id as signature_id, ");
        if (grouping.segmentGroup().isPresent()) {
            add(SliceFilter.VALUE, grouping.segmentGroup().get());
        } else {
            add("null::text");
        }
        add(" as segment_value from signature where true");
        filter.signatures(this);
        add(")\n");
    }

    /** A further piece; the values are bound in its question marks. */
    @Override
    public SliceSql add(String piece, Object... bound) {
        statement.add(piece, bound);
        return this;
    }

    /** {@code and <column> is one of the channels asked for}; nothing when all are. */
    public SliceSql andChannel(String column) {
        filter.channels(this, column);
        return this;
    }

    /** {@code and <text> is the part asked for}, where one is. */
    public SliceSql andPart(Dimension dimension, String text) {
        filter.part(this, dimension, text);
        return this;
    }

    /**
     * The select of an answer over {@code fact (bucket, channel_id, person_id, day, ...)}, a common table or subselect made
     * before: what is counted, by bucket, channel and the segment that the person was in on the day; and by {@code
     * fact.part}, which there must be where an answer is broken down by a part.
     *
     * @param counted columns of aggregates over {@code fact}
     */
    public SliceSql select(String counted) {
        String segment = asksSegments() ? "fit.segment_value" : "null::text as segment_value";
        String part = grouping.part().isPresent() ? "coalesce(fact.part, '')" : "null::text";
        add("select fact.bucket, " + channel() + " as channel, " + segment + ", " + part + " as part, " + counted
                + " from fact\n");
        if (asksSegments()) {
            add("""
                    left join person_signature as theirs
                        on theirs.person_id = fact.person_id
                        and theirs.from_day <= fact.day and fact.day < theirs.to_day
                    join fit on fit.signature_id = coalesce(theirs.signature_id, 1)
                    """);
        }
        return add(grouping.byChannel() ? "join channel on channel.id = fact.channel_id\n" : "");
    }

    /** Whether it matters which segment somebody is in. */
    public boolean asksSegments() {
        return grouping.segmentGroup().isPresent() || !slice.segments().isEverybody();
    }

    /** The expression of the answer's channel, where a table {@code channel} is joined when it is broken down by it. */
    private String channel() {
        return grouping.byChannel() ? "channel.key" : "null::text";
    }

    public void run(Handle handle, RowReader reader) {
        statement.read(handle, FETCH, row -> reader.read(key(row), row));
    }

    private DimensionKey key(ResultSet row) throws SQLException {
        int bucket = row.getInt("bucket") - 1;
        return new DimensionKey(
                grouping.byBucket() ? Optional.of(buckets.get(bucket).start()) : Optional.empty(),
                Optional.ofNullable(row.getString("channel")),
                Optional.ofNullable(row.getString("segment_value")),
                grouping.part().isPresent() ? Optional.of(row.getString("part")) : Optional.empty());
    }

    /** The pieces of the trend, or the whole period as one. */
    public List<Bucket> buckets() {
        return buckets;
    }
}
