package dev.rapport.behaviour;

import dev.rapport.cube.read.SliceSql;

/** Builds the SQL of queries to sessions. */
final class BehaviourQueries {
    private BehaviourQueries() {}

    /** Lengths with how often each comes; most visits of a single hit have length 0, so this is much shorter. */
    static SliceSql lengths(SliceSql sql, boolean withoutSingle) {
        return sql.add("""
                        , fact as (
                            select bucket.no as bucket, session.channel_id, session.person_id, session.day,
                                   floor(extract(epoch from session.ended_at - session.started_at) * 1000)::bigint
                                       as millis
                            from bucket
                            join session on session.started_at >= bucket.from_at and session.started_at < bucket.to_at
                            where (session.events > 1 or not ?)
                        """, withoutSingle)
                .andChannel("session.channel_id")
                .add(")\n")
                .select("fact.millis, count(*) as times")
                .add(" group by 1, 2, 3, 4, 5");
    }
}
