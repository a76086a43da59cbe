select count(answered_at)::numeric * 100 / nullif(count(*), 0)
from asked, call left join visitor on visitor.id = visitor_id
where current and call.started_at >= from_at and call.started_at < to_at
  and fits(visitor.person_id, (call.started_at at time zone zone)::date, call.channel_id)
-- from its rows
select count(answered_at)::numeric * 100 / nullif(count(*), 0) from rows
