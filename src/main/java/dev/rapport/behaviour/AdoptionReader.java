package dev.rapport.behaviour;

import dev.rapport.cube.build.CustomerTimes;
import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.db.ReportingTime;
import dev.rapport.metric.Adoption;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.roaringbitmap.RoaringBitmap;

/**
 * Counts first uses of features by week since their release. Of the slice's period only the end counts; channel and
 * segments are those of the visit in which the feature was used first.
 */
@ApplicationScoped
public class AdoptionReader {
    private static final String FIRST_USES = """
            , used as (
                select feature.id as feature_id, visitor.person_id, min(event.at) as at
                from bucket, feature
                join event_name on event_name.name = feature.event_name
                join event on event.name_id = event_name.id
                join visitor on visitor.id = event.visitor_id
                where feature.id = ? and event.at >= bucket.from_at and event.at < bucket.to_at
                group by feature.id, visitor.person_id),
            fact as (
                select 1 as bucket, session.channel_id, session.person_id, session.day,
                       """ + ReportingTime.day("used.at") + """
                       as used_on
                from used
                join session on session.person_id = used.person_id
                    and used.at between session.started_at and session.ended_at
                where
            """
            + CustomerTimes.condition("session.person_id", "session.started_at");

    private final ReadTransactions readTransactions;

    AdoptionReader(ReadTransactions readTransactions) {
        this.readTransactions = readTransactions;
    }

    private record Released(int id, String key, String name, LocalDate on) {}

    /** Of each feature with a release before the period's end, the newest first. */
    public List<Adoption> read(Slice slice) {
        return readTransactions.read(readTransaction -> {
            List<Adoption> adoptions = new ArrayList<>();
            for (Released feature : released(readTransaction.handle(), slice)) {
                adoptions.add(adoption(readTransaction, slice.withGrain(Grain.WEEK), feature));
            }
            return adoptions;
        });
    }

    private static List<Released> released(Handle handle, Slice slice) {
        return handle.select("""
                        select id, key, name, released_on from feature where released_on < ?
                        order by released_on desc, name
                        """, slice.period().to())
                .map((row, context) -> new Released(
                        row.getInt(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class)))
                .list();
    }

    private static Adoption adoption(ReadTransaction readTransaction, Slice slice, Released feature) {
        Period period = new Period(feature.on(), slice.period().to());
        Map<LocalDate, Long> fresh = firstUses(readTransaction.handle(), slice, period, feature);
        Map<DimensionKey, RoaringBitmap> active = readTransaction.people(
                readTransaction.dimensions().items().productUse().sessions(), slice, period, Grouping.TREND);
        RoaringBitmap everybody = new RoaringBitmap();
        List<Adoption.Week> weeks = new ArrayList<>();
        long users = 0;
        for (Bucket week : slice.buckets(period)) {
            DimensionKey key = new DimensionKey(Optional.of(week.start()), Optional.empty(), Optional.empty());
            everybody.or(active.getOrDefault(key, new RoaringBitmap()));
            long now = fresh.getOrDefault(week.start().toLocalDate(), 0L);
            users += now;
            weeks.add(new Adoption.Week(week.start().toLocalDate(), now, users, everybody.getLongCardinality()));
        }
        return new Adoption(feature.key(), feature.name(), feature.on(), weeks);
    }

    /** By first day of the week. */
    private static Map<LocalDate, Long> firstUses(Handle handle, Slice slice, Period period, Released feature) {
        Map<LocalDate, Long> uses = new HashMap<>();
        new SliceSql(slice, period, Grouping.TOTAL)
                .add(FIRST_USES, feature.id())
                .andChannel("session.channel_id")
                .add(")\n")
                .select("fact.used_on, count(*) as people")
                .add(" group by 1, 2, 3, 4, 5")
                .run(handle, (key, row) -> {
                    LocalDate day = row.getObject("used_on", LocalDate.class);
                    LocalDate week = Grain.WEEK
                            .start(day.atStartOfDay(), slice.weekStart())
                            .toLocalDate();
                    uses.merge(week, row.getLong("people"), Long::sum);
                });
        return uses;
    }
}
