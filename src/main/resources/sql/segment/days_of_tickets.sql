select visitor.person_id, 8 as kind, 0 as item, {day of ticket.created_at} as day, 1 as amount
from ticket join visitor on visitor.id = ticket.visitor_id
where ticket.current and {about ticket.created_at}
union all
-- of one that ended at a time nobody knows it is not known how long it was open
select visitor.person_id, 9, 0, {day of ticket.created_at}, 1
from ticket join visitor on visitor.id = ticket.visitor_id
where ticket.current and not (ticket.resolved and ticket.resolved_at is null) and {about ticket.created_at}
union all
select visitor.person_id, 9, 0, {day of ticket.resolved_at}, -1
from ticket join visitor on visitor.id = ticket.visitor_id
where ticket.current and ticket.resolved_at is not null and {about ticket.resolved_at}
