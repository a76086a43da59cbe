package dev.rapport.behaviour;

import dev.rapport.cube.read.SliceFilter;
import dev.rapport.db.ReportingTime;
import dev.rapport.query.RowColumn;
import dev.rapport.query.RowQuery;
import dev.rapport.query.RowRequest;
import dev.rapport.query.RowSource;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Selects the people active for the first time ever in the period, with their cohort and whether they were active in
 * the bucket after it.
 */
@Singleton
final class CohortRows implements RowSource {
    /** Long enough for one more bucket of any grain. */
    private static final int YEARS = 3;

    @Override
    public Set<String> facts() {
        return Set.of("cohort");
    }

    @Override
    public Optional<RowQuery> query(RowRequest asked) {
        return Optional.of(begun(asked.slice(), CohortReader.isByOrders(asked.handle(), asked.slice())));
    }

    /** @param byOrders whether to order is what counts as being active, else to visit */
    private static RowQuery begun(Slice asked, boolean byOrders) {
        Slice slice = asked.grain() == Grain.HOUR ? asked.withGrain(Grain.DAY) : asked;
        int count = slice.buckets().size() + 1;
        Period longer = new Period(slice.period().from(), slice.period().to().plusYears(YEARS));
        List<Bucket> buckets = slice.buckets(longer).subList(0, count);
        SliceFilter condition = new SliceFilter(slice);
        RowQuery.Builder query = new RowQuery.Builder();
        query.add(
                """
                with bucket as (
                    select * from unnest(?::timestamptz[], ?::timestamptz[]) with ordinality as bucket (from_at, to_at, no))
                select coalesce(person.external_id, 'visitor ' || fact.person_id) as person, fact.at as first_at,
                       channel.name as channel, """ + ReportingTime.day("bucket.from_at")
                        + """
                       ::text as cohort,
                       case when next.to_at <= now() then exists (
                           select from ACTIVITY as again where again.person_id = fact.person_id
                               and again.MOMENT >= next.from_at and again.MOMENT < next.to_at) end as came_again
                from person_first as fact
                join bucket on fact.at >= bucket.from_at and fact.at < bucket.to_at
                join bucket as next on next.no = bucket.no + 1
                join channel on channel.id = fact.channel_id
                left join person on person.id = fact.person_id
                """.replace("ACTIVITY", byOrders ? "purchase" : "session")
                                .replace("MOMENT", byOrders ? "at" : "started_at"),
                moments(buckets, Bucket::from),
                moments(buckets, Bucket::to));
        query.add(
                "where fact.kind = ? and fact.at >= ? and fact.at < ?",
                byOrders ? 2 : 1,
                condition.start(),
                condition.end());
        condition.channels(query);
        condition.segments(query, "fact.day", "fact.person_id");
        return query.done(
                "first_at desc, person",
                RowColumn.PERSON,
                RowColumn.FIRST_AT,
                RowColumn.CHANNEL,
                RowColumn.COHORT,
                RowColumn.CAME_AGAIN);
    }

    private static String[] moments(List<Bucket> buckets, Function<Bucket, Instant> moment) {
        return buckets.stream().map(moment).map(Instant::toString).toArray(String[]::new);
    }
}
