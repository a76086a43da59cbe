, visit as materialized (
    select session.person_id, session.started_at, session.ended_at, session.channel_id, session.day
    from bucket
    join session on session.started_at >= bucket.from_at and session.started_at < bucket.to_at
    where session.page_views > 0 %s),
viewed as (
    select visit.channel_id, visit.person_id, visit.day, event.page_id, event.visible_ms, event.scroll_percent,
           event.at < visit.ended_at as followed,
           lead(event.at) over visits as next_at, lead(event.page_id) over visits as next_page
    from visit
    join visitor on visitor.person_id = visit.person_id
    join event on event.visitor_id = visitor.id and event.kind = 1
        and event.at >= visit.started_at and event.at <= visit.ended_at
    window visits as (partition by visit.person_id, visit.started_at
                      order by event.at, event.visitor_id, event.message_id)),
fact as (
    select 1 as bucket, viewed.channel_id, viewed.person_id, viewed.day, page.shown as part,
           viewed.visible_ms, viewed.scroll_percent,
           (viewed.next_at is null)::int as exited,
           (viewed.next_at is not null and viewed.next_page is distinct from viewed.page_id)::int as onward,
           (viewed.scroll_percent >= 75)::int as deep,
           (viewed.scroll_percent >= 75 and not viewed.followed)::int as deep_left
    from viewed left join page on page.id = viewed.page_id)
