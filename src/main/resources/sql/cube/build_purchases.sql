-- an order is its lines that are not cancelled; the first argument is the day of its time, the second its lines
insert into purchase (order_key, visitor_id, person_id, channel_id, at, last_at, day, amount)
select bought.order_key, visitors[1], visitor.person_id, channels[1], at, last_at,
       %1$s, amount
from (
    select line.order_key, min(line.at) as at, max(line.at) as last_at,
           sum(line.spent) as amount,
           array_agg(line.visitor_id order by line.at, line.key) as visitors,
           array_agg(line.channel_id order by line.at, line.key) as channels
    from %2$s
    group by line.order_key
) as bought
join visitor on visitor.id = visitors[1]
where amount > 0
