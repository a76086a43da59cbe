package dev.rapport.behaviour;

import dev.rapport.query.SliceSql;

/** What is asked of sessions and of who did something for the first time. */
final class BehaviourQueries {
    /** Who was active on a day, anybody anywhere. Parameters: measure, first day, day after the last. */
    static final String ACTIVE = """
            select day, members
            from day_set
            where measure = ? and item = 0 and channel_id = 0 and segment_value_id = 0 and day >= ? and day < ?
            """;

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
                .add(" group by 1, 2, 3, 4");
    }

    /** @param kind of person_first: 1 sessions, 2 orders */
    static SliceSql firsts(SliceSql sql, short kind) {
        return sql.add("""
                        , fact as (
                            select bucket.no as bucket, begun.channel_id, begun.person_id, begun.day
                            from bucket
                            join person_first as begun
                                on begun.kind = ? and begun.day >= bucket.from_day and begun.day <= bucket.last_day
                            where true
                        """, kind).andChannel("begun.channel_id").add(")\n").select("fact.person_id");
    }
}
