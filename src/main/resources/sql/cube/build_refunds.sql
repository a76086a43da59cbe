-- what is given back, by rows of their own and by rows of orders; the first argument is the lines, the second the day
insert into refund (order_key, visitor_id, person_id, channel_id, at, day, amount, product, category)
select given.order_key, coalesce(bought.visitor_id, given.visitor_id), visitor.person_id,
       coalesce(bought.channel_id, given.channel_id), given.at, %2$s, given.amount, given.product, given.category
from (
    select line.order_key, line.visitor_id, line.channel_id, line.at, -line.amount as amount, line.product,
           line.category
    from %1$s
    where line.current and line.cancelled_at is null and line.refund
      and (not exists (select from order_line as other
                       where other.order_key = line.order_key and other.current and not other.refund)
           or exists (select from order_line as other
                      where other.order_key = line.order_key and other.current and not other.refund
                        and other.cancelled_at is null))
    union all
    select order_key, visitor_id, channel_id, at,
           least(amount, together) - least(amount, together - refunded), product, category
    from (
        select line.order_key, line.visitor_id, line.channel_id, coalesce(line.refunded_at, line.at) as at,
               purchase.amount, line.refunded, line.product, line.category,
               sum(line.refunded) over (
                   partition by line.order_key order by coalesce(line.refunded_at, line.at), line.key) as together
        from %1$s join purchase on purchase.order_key = line.order_key
        where line.current and line.cancelled_at is null and not line.refund and line.refunded > 0
    ) as said
) as given
left join purchase as bought on bought.order_key = given.order_key
join visitor on visitor.id = coalesce(bought.visitor_id, given.visitor_id)
where given.amount <> 0
