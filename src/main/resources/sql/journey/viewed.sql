-- Who looked at what: events of visits that name it. The arguments are how, and which events.
, fact as (
    select 1 as bucket, session.channel_id, session.person_id, session.day, %1$s as item
    from bucket
    join session on session.started_at >= bucket.from_at and session.started_at < bucket.to_at
    join visitor on visitor.person_id = session.person_id
    join event on event.visitor_id = visitor.id and event.at >= session.started_at and event.at <= session.ended_at
    where %2$s
