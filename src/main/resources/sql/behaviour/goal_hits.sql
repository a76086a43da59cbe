wanted as materialized (%1$s),
visit as materialized (
    select session.person_id, session.visitor_id, session.started_at, session.ended_at, session.day,
           session.channel_id, session.source_id, session.entry_page_id
    from %2$s, session
    where session.started_at >= %2$s.from_at and session.started_at < %2$s.to_at),
hit as materialized (
    select event.at, event.name_id, event.page_id, event.kind, null::int as source_id, null::int as channel_id,
           (select person_id from visitor where visitor.id = event.visitor_id) as person_id
    from %2$s
    join event on event.at >= %2$s.from_at and event.at <= (select max(ended_at) from visit)
    where event.name_id = any(array(select name_id from wanted where name_id is not null))
       or event.kind = 1
          and event.page_id = any(array(select page_id from wanted where page_id is not null))
    union all
    select started_at, null, null, null, source_id, channel_id, person_id
    from visit
    where source_id = any(array(select source_id from wanted where source_id is not null))
       or channel_id = any(array(select channel_id from wanted where channel_id is not null)))
