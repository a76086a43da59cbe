select 100.0 * count(*) filter (where state = 'resolved' or state is null and resolved_at is not null) / nullif(count(*), 0)
from asked, ticket left join visitor on visitor.id = visitor_id
where current and ticket.created_at >= from_at and ticket.created_at < to_at
  and fits(visitor.person_id, (ticket.created_at at time zone zone)::date, ticket.channel_id)

-- from its rows
select 100.0 * count(*) filter (where state = 'resolved') / nullif(count(*), 0) from rows
