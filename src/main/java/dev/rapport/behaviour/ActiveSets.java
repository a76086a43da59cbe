package dev.rapport.behaviour;

import dev.rapport.behaviour.CohortReader.Activity;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/** Who was active in each bucket of a period and in the one after it; the last bucket whole, even when the period cuts it. */
final class ActiveSets {
    private final List<Bucket> buckets;
    private final List<MutableRoaringBitmap> sets;

    private ActiveSets(List<Bucket> buckets, List<MutableRoaringBitmap> sets) {
        this.buckets = buckets;
        this.sets = sets;
    }

    static ActiveSets read(Connection connection, Activity activity, Slice slice, Period period) throws SQLException {
        int count = slice.buckets(period).size() + 1;
        // Long enough for one more bucket of any grain, so that none of those looked at is cut.
        Period longer = new Period(period.from(), period.to().plusYears(3));
        List<Bucket> buckets = slice.buckets(longer).subList(0, count);
        List<MutableRoaringBitmap> sets = new ArrayList<>();
        TreeMap<LocalDate, MutableRoaringBitmap> starts = new TreeMap<>();
        for (Bucket bucket : buckets) {
            MutableRoaringBitmap set = new MutableRoaringBitmap();
            sets.add(set);
            starts.put(bucket.days().from(), set);
        }
        try (var statement = connection.prepareStatement(BehaviourQueries.ACTIVE)) {
            statement.setInt(1, activity.measure().id());
            statement.setObject(2, period.from());
            statement.setObject(3, buckets.get(count - 1).days().to());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    LocalDate day = row.getObject("day", LocalDate.class);
                    starts.floorEntry(day).getValue().or(members(row));
                }
            }
        }
        return new ActiveSets(buckets, sets);
    }

    private static ImmutableRoaringBitmap members(ResultSet row) throws SQLException {
        return new ImmutableRoaringBitmap(ByteBuffer.wrap(row.getBytes("members")));
    }

    MutableRoaringBitmap in(int bucket) {
        return sets.get(bucket);
    }

    /** When the whole bucket is over. */
    Instant end(int bucket) {
        return buckets.get(bucket).to();
    }
}
