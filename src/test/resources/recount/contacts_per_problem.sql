with contact as (
    select person_id, coalesce(issue_type, '') as issue, ticket.created_at as at, ticket.id, channel_id
    from ticket join visitor on visitor.id = visitor_id
    where current and person_id is not null and ticket.created_at <= now()),
begun as (
    select * from contact
    where not exists (
        select from contact as before
        where before.person_id = contact.person_id and before.issue = contact.issue
          and (before.at, before.id) < (contact.at, contact.id) and contact.at - before.at <= interval '168 hours')),
problem as (
    select begun.*, (
        select count(*) from contact
        where contact.person_id = begun.person_id and contact.issue = begun.issue
          and (contact.at, contact.id) >= (begun.at, begun.id)
          and not exists (
              select from begun as next
              where next.person_id = begun.person_id and next.issue = begun.issue
                and (next.at, next.id) > (begun.at, begun.id) and (next.at, next.id) <= (contact.at, contact.id))) as contacts
    from begun)
select avg(contacts)
from problem, asked
where at >= from_at and at < to_at and fits(person_id, (at at time zone zone)::date, channel_id)

-- from its rows
select avg(contacts) from rows
