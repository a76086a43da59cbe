select * from (
    select distinct on (person_id, day) person_id, 7 as kind, 0 as item, day, channel_id as amount
    from (select visitor.person_id, {day of paying.started_at} as day, paying.started_at, paying.channel_id
          from paying_subscription as paying join visitor on visitor.id = paying.visitor_id) as begun
    order by person_id, day, started_at, channel_id) as first
union all
select visitor.person_id, 14, 0, {day of paying.started_at}, 1
from paying_subscription as paying join visitor on visitor.id = paying.visitor_id
union all
select visitor.person_id, 14, 0, {day of paying.ended_at}, -1
from paying_subscription as paying join visitor on visitor.id = paying.visitor_id
where paying.ended_at is not null
