-- Customers of the segments in any channel.
with standing_anywhere as (
    select person_id, bool_or(started_at < from_at and coalesce(ended_at, 'infinity') >= from_at) as at_start,
           bool_or(started_at < to_at and coalesce(ended_at, 'infinity') >= to_at) as at_end
    from asked, pays
    group by person_id
    union all
    select person_id, bool_or(at < from_at and at + make_interval(hours => 24 * churn_window_days) >= from_at),
           bool_or(at < to_at and at + make_interval(hours => 24 * churn_window_days) >= to_at)
    from asked, settings, naive_paid
    where not exists (select from pays)
    group by person_id)
select 100.0 * (select count(*)
                from ticket left join visitor on visitor.id = visitor_id
                where current and ticket.created_at >= from_at and ticket.created_at < to_at
                  and fits(visitor.person_id, (ticket.created_at at time zone zone)::date, ticket.channel_id))
       / nullif((select count(*) from standing_anywhere
                 where at_end and signature_on(person_id, case when at_start then from_day else last_day end)
                     = any(signatures)), 0)
from asked

-- from its rows
select (select count(*) from rows) / nullif(denominator, 0) from figure
