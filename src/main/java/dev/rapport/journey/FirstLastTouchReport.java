package dev.rapport.journey;

import dev.rapport.behaviour.GoalHits;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts which channel was the first touchpoint of a conversion and which the last. Each time that a goal is reached in
 * a session of the slice is one conversion; its last touch is the channel of that session, its first touch that of the
 * person's first session ever. So each conversion counts once on either side, and the sums of both are equal.
 */
@ApplicationScoped
public class FirstLastTouchReport {
    private static final String CONVERSIONS =
            ", " + GoalHits.tables(GoalHits.GOALS, "bucket") + """
            , fact as (
                select bucket.no as bucket, visit.channel_id, visit.person_id, visit.day, wanted.goal_id,
                       first.channel_id as first_id, count(*) as times
                from bucket
                cross join
            """ + GoalHits.IN_VISITS + """
                join person_first as first on first.kind = 1 and first.person_id = visit.person_id
                where true
            """;

    private final ReadTransactions readTransactions;

    FirstLastTouchReport(ReadTransactions readTransactions) {
        this.readTransactions = readTransactions;
    }

    /** Conversions of a channel. */
    public record Count(long firstTouch, long lastTouch) {
        private Count and(Count other) {
            return new Count(firstTouch + other.firstTouch, lastTouch + other.lastTouch);
        }
    }

    /** Goals by key, each with its channels by key. */
    public Map<String, Map<String, Count>> read(Slice slice) {
        return readTransactions.read(readTransaction -> {
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
                    .run(readTransaction.handle(), (key, row) -> {
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
