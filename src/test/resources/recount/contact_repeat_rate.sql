with bought as (
    select person_id, min(at) as at
    from counted
    where measure = 60 and at <= now() - interval '2160 hours'
    group by person_id),
customer as (
    select exists (select from ticket join visitor on visitor.id = visitor_id
                   where current and visitor.person_id = bought.person_id
                     and ticket.created_at - bought.at >= interval '0' and ticket.created_at - bought.at < interval '336 hours')
               as wrote,
           exists (select from naive as later
                   where later.measure = 60 and later.person_id = bought.person_id
                     and later.at - bought.at >= interval '336 hours' and later.at - bought.at < interval '2160 hours')
               as again
    from bought),
share as (
    select avg(again::int) filter (where wrote) * 100 as with_contact,
           avg(again::int) filter (where not wrote) * 100 as without
    from customer)
select case options ->> 'contact' when 'without' then without when 'difference' then with_contact - without
       else with_contact end
from share, asked
