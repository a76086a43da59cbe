-- Why people left, or stopped on the way to an order, by whoever said it; the number tells apart what was said at the same time.
drop view leaving_reason;
create view said_reason as
select visitor.person_id, said.about, said.at, said.reason, said.no
from (select visitor_id, about, given_at as at, reason, id as no from reason_given where current
      union all
      select visitor_id, 'left', ended_at, reason, null from subscription
      where current and reason is not null and ended_at is not null) as said
join visitor on visitor.id = said.visitor_id;
