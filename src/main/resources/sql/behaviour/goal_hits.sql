wanted as materialized (%1$s),
visit as materialized (
    select session.person_id, session.visitor_id, session.started_at, session.ended_at, session.day,
           session.channel_id, session.source_id
    from %2$s, session
    where session.started_at >= %2$s.from_at and session.started_at < %2$s.to_at),
hit as materialized (
    select event.at, event.name_id, event.page_id, event.kind,
           (select person_id from visitor where visitor.id = event.visitor_id) as person_id
    from %2$s
    join event on event.at >= %2$s.from_at and event.at <= (select max(ended_at) from visit)
    where event.name_id = any(array(select name_id from wanted where name_id is not null))
       or event.kind = 1
          and event.page_id = any(array(select page_id from wanted where page_id is not null)))
