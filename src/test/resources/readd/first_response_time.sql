with waited as (
    select greatest(0, round(extract(epoch from coalesce(first_response_at, resolved_at, now()) - created_at) * 1000)) as ms,
           first_response_at is not null as over
    from rows
    where first_response_known
      and (first_response_at is not null or state = 'open' or resolution_known and resolved_at is not null)),
looked_at as (select * from waited, asked where over or options ->> 'waiting' is distinct from 'left-out')
select case options ->> 'stat'
           when 'mean' then (select avg(ms) from waited where over)
           when 'p90' then (select kaplan_meier(array_agg(ms), array_agg(over), 0.1) from looked_at)
           else (select kaplan_meier(array_agg(ms), array_agg(over), 0.5) from looked_at) end / 1000
from asked
