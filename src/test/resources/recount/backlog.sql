select count(*)
from asked, ticket left join visitor on visitor.id = visitor_id
where current and ticket.created_at < to_at 
  and (state = 'open' or state is null and resolved_at is null or resolved_at >= to_at)
  and fits(visitor.person_id, last_day, ticket.channel_id)

-- from its rows
select count(*) from rows
