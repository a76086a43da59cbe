with visit as materialized (
    select session.person_id, session.started_at, session.ended_at, session.channel_id, session.source_id,
           session.entry_page_id, session.exit_page_id
    from span, session
    where session.started_at >= span.from_at and session.started_at < span.to_at and session.page_views > 0)
select 0 as item, visit.started_at as at, visit.channel_id, visit.person_id, visit.source_id, visit.entry_page_id, event.page_id%1$s,
       count(*) as views, sum(event.visible_ms) as visible, count(event.visible_ms) as timed,
       sum(event.scroll_percent) as scroll, count(event.scroll_percent) as scrolled,
       (event.page_id is not distinct from visit.exit_page_id)::int as exits
from span
join event on event.kind = 1
    and event.at >= span.from_at and event.at <= (select max(ended_at) from visit)
join visitor on visitor.id = event.visitor_id
join visit on visit.person_id = visitor.person_id
    and event.at >= visit.started_at and event.at <= visit.ended_at
group by visit.started_at, visit.channel_id, visit.person_id, visit.source_id, visit.entry_page_id, visit.exit_page_id,
         event.page_id%2$s
