-- an order that was given back whole is none, as everywhere; what was given back is taken off on the day it was
select person_id, 4 as kind, 0 as item, day, 1::numeric as amount from purchase where refunded < amount and {day}
union all
select person_id, 5, 0, day, amount from purchase where {day}
union all
select person_id, 5, 0, day, -amount from refund where {day}
union all
select * from (
    select distinct on (person_id, day) person_id, 6, 0, day, channel_id
    from purchase where refunded < amount and {day} order by person_id, day, at, order_key) as first
