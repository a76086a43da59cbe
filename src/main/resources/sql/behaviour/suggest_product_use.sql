with recent as materialized (
    select event.name_id, case when event.kind = 1 then event.page_id end as page_id, count(*) as times,
           count(*) filter (where person.external_id is not null) as known
    from event
    join visitor on visitor.id = event.visitor_id
    join person on person.id = visitor.person_id
    where event.at >= (select max(at) from event) - make_interval(days => ?)
    group by 1, 2),
candidate as (
    select 'event' as kind, event_name.name as value, sum(times) as times, sum(known) as known
    from recent join event_name on event_name.id = recent.name_id
    where recent.page_id is null
      and event_name.name not in (select event_name from feature)
      and event_name.name not in (select event_name from product_use where event_name is not null)
    group by event_name.name
    union all
    select 'page', '/' || split_part(page.path, '/', 2) || '*', sum(times), sum(known)
    from recent join page on page.id = recent.page_id
    where split_part(page.path, '/', 2) <> ''
      and not exists (select from product_use where page_pattern is not null and page_is_like(page, page_pattern))
    group by 2)
select kind, value, times, floor(100.0 * known / times)::int as share
from candidate
where times >= ? and known >= times * ? / 100.0 and length(value) <= 200
order by times desc, value
limit 10
