with bought as (
    select person_id, min(at) as at
    from counted
    where measure = 60 and at <= now()
    group by person_id),
customer as (
    select bought.at <= now() - interval '2160 hours' as old,
           first_ticket.at is not null as wrote,
           exists (select from naive as later
                   where later.measure = 60 and later.person_id = bought.person_id
                     and later.at - bought.at >= interval '336 hours' and later.at - bought.at < interval '2160 hours')
               as again,
           exists (select from naive as later
                   where later.measure = 60 and later.person_id = bought.person_id
                     and later.at > first_ticket.at and later.at - bought.at < interval '2160 hours')
               as returned
    from bought
    left join lateral (
        select min(ticket.created_at) as at from ticket join visitor on visitor.id = visitor_id
        where current and visitor.person_id = bought.person_id
          and ticket.created_at - bought.at >= interval '0' and ticket.created_at - bought.at < interval '336 hours'
    ) as first_ticket on true),
share as (
    select case when bool_and(old or returned) filter (where wrote) then avg(returned::int) filter (where wrote)
                else avg(returned::int) filter (where wrote and old) end * 100 as with_contact,
           avg(again::int) filter (where wrote and old) * 100 as later,
           avg(again::int) filter (where not wrote and old) * 100 as without
    from customer)
select case options ->> 'contact' when 'without' then without when 'difference' then later - without
       else with_contact end
from share, asked

-- from its rows
with share as (
    select 100 * avg(again::int) filter (where contacted) as written, 100 * avg(again::int) filter (where not contacted) as others
    from rows)
select case options ->> 'contact' when 'without' then others when 'difference' then written - others else written end
from share, asked
