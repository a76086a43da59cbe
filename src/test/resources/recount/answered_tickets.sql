select count(*)
from asked, ticket left join visitor on visitor.id = visitor_id
where current and first_response_known and first_response_at >= from_at and first_response_at < to_at
  and fits(visitor.person_id, (first_response_at at time zone zone)::date, channel_id)

-- from its rows
select count(*) from rows
