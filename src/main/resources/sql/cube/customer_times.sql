select distinct visitor.person_id, paying.started_at, coalesce(paying.ended_at, 'infinity') as ended_at
from customer_definition as rule
join paying_subscription as paying on rule.by_subscription
join visitor on visitor.id = paying.visitor_id
union
select purchase.person_id, purchase.at, purchase.at + make_interval(hours => 24 * rule.churn_window_days)
from customer_definition as rule
join purchase on not rule.by_subscription and purchase.refunded < purchase.amount
