insert into %s (visitor_id, started_at, ended_at, person_id, day, channel_id, source_id, page_views,
                events, entry_page_id, exit_page_id, visible_ms, timed_views, scroll_percent, scrolled_views)
select (visitor & 4294967295)::int, started_at, ended_at, person_id, %s,
       coalesce(given_channel_id, source.channel_id, (select id from channel where key = 'direct')),
       visit.source_id, page_views, events, (entry_page & 4294967295)::int, (exit_page & 4294967295)::int,
       visible_ms, timed_views, scroll_percent, scrolled_views
from (
    select person_id, min(at) as started_at, max(at) as ended_at,
           min(turn << 32 | visitor_id) as visitor,
           (min(turn << 32 | source_id) & 4294967295)::int as source_id,
           min(turn << 32 | page_id) filter (where kind = 1) as entry_page,
           max(turn << 32 | page_id) filter (where kind = 1) as exit_page,
           count(*) filter (where kind = 1) as page_views,
           count(*) as events,
           coalesce(sum(visible_ms) filter (where kind = 1), 0) as visible_ms,
           count(visible_ms) filter (where kind = 1) as timed_views,
           coalesce(sum(scroll_percent) filter (where kind = 1), 0) as scroll_percent,
           count(scroll_percent) filter (where kind = 1) as scrolled_views
    from (
        select *, count(*) filter (where starts) over (
                   partition by person_id order by at, visitor_id, message_id
                   rows unbounded preceding) as number
        from (
            select *, row_number() over theirs as turn,
                   at >= ? and coalesce(at - lag(at) over theirs > interval '30 minutes', true) as starts
            from %s
            window theirs as (partition by person_id order by at, visitor_id, message_id)
        ) as hit
    ) as numbered
    where number > 0
    group by person_id, number
    having min(at) < ?
) as visit
left join traffic_source as source on source.id = visit.source_id
