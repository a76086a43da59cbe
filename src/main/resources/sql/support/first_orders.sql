select at, person, contacted, again from (
select ordered.at, coalesce(person.external_id, 'visitor ' || ordered.person_id) as person, contacted,
       case when ? = 'with' then returned else later end as again,
       passed or contacted and ? = 'with' and bool_and(passed or returned) filter (where contacted) over ()
           as counts
from (select first.*,
       exists (select from visitor join ticket on ticket.visitor_id = visitor.id
               where visitor.person_id = first.person_id and ticket.current
                 and ticket.created_at >= first.at
                 and ticket.created_at < first.at + make_interval(hours => ?)) as contacted,
       exists (select from purchase
               where purchase.person_id = first.person_id
                 and purchase.at >= first.at + make_interval(hours => ?)
                 and purchase.at < first.at + make_interval(hours => ?)) as later,
       exists (select from visitor join ticket on ticket.visitor_id = visitor.id
               join purchase on purchase.person_id = visitor.person_id and purchase.at > ticket.created_at
               where visitor.person_id = first.person_id and ticket.current
                 and ticket.created_at >= first.at
                 and ticket.created_at < first.at + make_interval(hours => ?)
                 and purchase.at < first.at + make_interval(hours => ?)) as returned,
       first.at <= now() - make_interval(hours => ?) as passed
from (select fact.person_id, min(fact.at) as at from purchase as fact
