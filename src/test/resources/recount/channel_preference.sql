select 100.0 * count(*) filter (where channels is null or ticket.channel_id = any(channels)) / nullif(count(*), 0)
from asked, ticket left join visitor on visitor.id = visitor_id
where current and ticket.created_at >= from_at and ticket.created_at < to_at
  and signature_on(visitor.person_id, (ticket.created_at at time zone zone)::date) = any(signatures)

-- from its rows
select 100.0 * (select count(*) from rows) / nullif(denominator, 0) from figure
