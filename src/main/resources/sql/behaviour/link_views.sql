-- Views of pages that have links, and whether one was clicked: after the view, and before the next of the same page in the visit.
-- The arguments are further conditions on visits, and what tells links apart: their text, or nothing.
, visit as materialized (
    select bucket.no, session.person_id, session.started_at, session.ended_at, session.channel_id, session.day
    from bucket
    join session on session.started_at >= bucket.from_at and session.started_at < bucket.to_at
    where session.page_views > 0 %s),
linked as materialized (
    select distinct event.page_id, %s as link from event
    where event.kind = 3 and event.page_id is not null and event.properties ->> 'link' is not null),
viewed as materialized (
    select visit.*, event.page_id, event.at, event.visitor_id, event.message_id,
           lead(event.at) over (partition by visit.person_id, visit.started_at, event.page_id
                                order by event.at, event.visitor_id, event.message_id) as next_at
    from visit
    join visitor on visitor.person_id = visit.person_id
    join event on event.visitor_id = visitor.id and event.kind = 1
        and event.at >= visit.started_at and event.at <= visit.ended_at
    where event.page_id in (select page_id from linked)),
clicked as materialized (
    select distinct viewed.visitor_id, viewed.message_id, %s as link
    from viewed
    join visitor on visitor.person_id = viewed.person_id
    join event on event.visitor_id = visitor.id and event.page_id = viewed.page_id and event.kind = 3
        and event.properties ->> 'link' is not null
        and event.at >= viewed.at and event.at <= viewed.ended_at
        and (viewed.next_at is null or event.at < viewed.next_at)),
fact as (
    select viewed.no as bucket, viewed.channel_id, viewed.person_id, viewed.day, %s as part, linked.link,
           (clicked.link is not null)::int as clicked
    from viewed
    join linked on linked.page_id = viewed.page_id
    join page on page.id = viewed.page_id
    left join clicked on clicked.visitor_id = viewed.visitor_id and clicked.message_id = viewed.message_id
        and clicked.link = linked.link
    where true
