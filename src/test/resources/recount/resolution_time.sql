-- A resolved ticket whose end is unknown, or gives no time of day, is neither done nor waiting.
with waited as (
    select round(greatest(0, extract(epoch from coalesce(resolved_at, now()) - ticket.created_at)) * 1000) as ms,
           resolved_at is not null as over
    from asked, ticket left join visitor on visitor.id = visitor_id
    where current and (state = 'open' or state is null and resolved_at is null or resolution_known and resolved_at is not null)
      and ticket.created_at >= from_at and ticket.created_at < to_at
      and fits(visitor.person_id, (ticket.created_at at time zone zone)::date, ticket.channel_id)),
looked_at as (
    select * from waited, asked where over or options ->> 'waiting' is distinct from 'left-out')
select case options ->> 'stat'
           when 'mean' then (select avg(ms) from waited where over)
           when 'p90' then (select kaplan_meier(array_agg(ms), array_agg(over), 0.1) from looked_at)
           else (select kaplan_meier(array_agg(ms), array_agg(over), 0.5) from looked_at) end / 1000
from asked

-- from its rows
with waited as (
    select greatest(0, round(extract(epoch from coalesce(resolved_at, now()) - created_at) * 1000)) as ms,
           resolved_at is not null as over
    from rows where state = 'open' or resolution_known and resolved_at is not null),
looked_at as (select * from waited, asked where over or options ->> 'waiting' is distinct from 'left-out')
select case options ->> 'stat'
           when 'mean' then (select avg(ms) from waited where over)
           when 'p90' then (select kaplan_meier(array_agg(ms), array_agg(over), 0.1) from looked_at)
           else (select kaplan_meier(array_agg(ms), array_agg(over), 0.5) from looked_at) end / 1000
from asked
