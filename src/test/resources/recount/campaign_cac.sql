with begun as (
    select person_id, min(started_at) as at
    from pays group by person_id
    union all
    select person_id, at from naive where measure = 62 and not exists (select from pays)),
won as (
    select begun.person_id
    from asked
    join begun on begun.at >= from_at and begun.at < to_at
    cross join lateral (
        select channel_id from naive_session as visit
        where visit.person_id = begun.person_id and campaign <> ''
          and visit.at <= begun.at and begun.at - visit.at < interval '720 hours'
        order by visit.at desc limit 1) as touch
    where fits(begun.person_id, (begun.at at time zone zone)::date, touch.channel_id))
select sum(value) filter (where measure = 70) / 1e6 / nullif((select count(*) from won), 0)
from asked join counted on true where not by_segment having count(*) filter (where measure = 71) > 0

-- from its rows
select sum(spend) / nullif(count(*) filter (where kind = 'customer'), 0)
from rows having count(*) filter (where kind = 'spend') > 0
