-- The times in which people pay for a subscription. They go on where there is no end.
create view paying_time as
select visitor.person_id, paying.channel_id, paying.started_at, paying.ended_at, paying.amount
from paying_subscription as paying join visitor on visitor.id = paying.visitor_id;

-- The churn window after each order that was not given back whole.
create view order_time as
select person_id, at as started_at,
       at + (select make_interval(hours => 24 * churn_window_days) from customer_definition) as ended_at
from purchase where refunded < amount;

-- Who is a customer when, by the rule of the settings: at t whoever has a time that has started before t and has not ended before t.
-- Times of a person may overlap.
create view customer_span as
select person_id, started_at, coalesce(ended_at, 'infinity') as ended_at
from paying_time where (select by_subscription from customer_definition)
union all
select person_id, started_at, ended_at from order_time where not (select by_subscription from customer_definition);
