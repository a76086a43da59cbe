-- Orders by what they hold: a row for each order and product, category or both of it, with what was spent on that; and what
-- was given back of it. The argument is the columns of order_line and refund.
select 0 as item, at, channel_id, person_id, %1$s, 1 as orders, sum(spent) as amount
from (
    select purchase.order_key, purchase.at, purchase.channel_id, purchase.person_id, line.product, line.category, line.spent
    from span
    join purchase on purchase.at >= span.from_at and purchase.at < span.to_at
    join ordered_line as line on line.order_key = purchase.order_key
) as bought
group by order_key, at, channel_id, person_id, %1$s
union all
select 0, refund.at, refund.channel_id, refund.person_id, %1$s, 0, -refund.amount
from span join refund on refund.at >= span.from_at and refund.at < span.to_at
