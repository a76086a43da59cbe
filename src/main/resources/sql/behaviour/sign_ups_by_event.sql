, visit as materialized (
    select session.person_id, session.started_at, session.ended_at, session.channel_id, session.day
    from span, session
    where session.started_at >= span.from_at and session.started_at < span.to_at),
signed as (
    select visitor.person_id, min(event.at) as at
    from span
    join event on event.at >= span.from_at and event.at <= (select max(ended_at) from visit)
    join visitor on visitor.id = event.visitor_id
    where event.name_id = (select id from event_name where name = ?)
    group by visitor.person_id),
newcomer as materialized (
    select visit.*, signed.at as signed_at
    from signed
    join visit on visit.person_id = signed.person_id and signed.at between visit.started_at and visit.ended_at
    where not exists (
        select from visitor as theirs
        join event as earlier on earlier.visitor_id = theirs.id and earlier.at < signed.at
        where theirs.person_id = signed.person_id
          and earlier.name_id = (select id from event_name where name = ?)))
