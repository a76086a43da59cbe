package dev.rapport.journey;

import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which channel stood at the beginning of a conversion and which at its end. Each time that a goal is reached in a session of
 * the slice is one conversion; its last touch is the channel of that session, its first touch that of the person's first
 * session ever. So each conversion counts once on either side, and the sums of both are equal.
 */
@ApplicationScoped
public class FirstLastTouchReport {
    private static final String CONVERSIONS = """
            , wanted as materialized (
                select goal.id as goal_id, event_name.id as name_id, null::int as page_id
                from goal join event_name on event_name.name = goal.event_name
                union all
                select goal.id, null, page.id
                from goal join page on page_is_like(page, goal.page_pattern)),
            visit as materialized (
                select bucket.no as bucket, session.person_id, session.started_at, session.ended_at, session.channel_id,
                       session.day
                from bucket
                join session on session.started_at >= bucket.from_at and session.started_at < bucket.to_at),
            hit as materialized (
                select event.at, event.visitor_id, event.name_id, event.page_id, event.kind
                from event
                where event.at >= (select min(started_at) from visit) and event.at <= (select max(ended_at) from visit)
                  and (event.name_id = any(array(select name_id from wanted where name_id is not null))
                       or event.kind = 1
                          and event.page_id = any(array(select page_id from wanted where page_id is not null)))),
            fact as (
                select visit.bucket, visit.channel_id, visit.person_id, visit.day, wanted.goal_id,
                       first.channel_id as first_id, count(*) as times
                from hit
                join wanted on wanted.name_id = hit.name_id or (wanted.page_id = hit.page_id and hit.kind = 1)
                join visitor on visitor.id = hit.visitor_id
                join visit on visit.person_id = visitor.person_id
                    and hit.at >= visit.started_at and hit.at <= visit.ended_at
                join person_first as first on first.kind = 1 and first.person_id = visit.person_id
                where true
            """;

    private final ReadTransactions views;

    FirstLastTouchReport(ReadTransactions views) {
        this.views = views;
    }

    /** Conversions of a channel. */
    public record Count(long firstTouch, long lastTouch) {
        private Count and(Count other) {
            return new Count(firstTouch + other.firstTouch, lastTouch + other.lastTouch);
        }
    }

    /** Goals by key, each with its channels by key. */
    public Map<String, Map<String, Count>> read(Slice slice) {
        return views.read(view -> {
            Map<String, Map<String, Count>> goals = new TreeMap<>();
            SliceSql sql = new SliceSql(slice, slice.period(), Grouping.CHANNELS);
            sql.add(CONVERSIONS)
                    .andChannel("visit.channel_id")
                    .add(" group by 1, 2, 3, 4, 5, 6, visit.started_at)\n")
                    .select("""
                            (select key from goal where goal.id = fact.goal_id) as goal,
                            (select key from channel as begun where begun.id = fact.first_id) as first_touch,
                            sum(fact.times) as times
                            """)
                    .add(" group by 1, 2, 3, 4, 5, 6")
                    .run(view.connection(), (key, row) -> {
                        Map<String, Count> channels =
                                goals.computeIfAbsent(row.getString("goal"), goal -> new LinkedHashMap<>());
                        long times = row.getLong("times");
                        channels.merge(key.channel().orElseThrow(), new Count(0, times), Count::and);
                        channels.merge(row.getString("first_touch"), new Count(times, 0), Count::and);
                    });
            return goals;
        });
    }
}
