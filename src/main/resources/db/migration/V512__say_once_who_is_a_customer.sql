-- What makes somebody a customer, as the settings say: a running subscription, or an order within the churn window. If they leave it
-- open, subscriptions where there is any. Java and SQL of several rooms read this one rule.
create view customer_definition as
select customer_rule = 'subscription'
           or customer_rule = 'auto' and exists (select from paying_subscription) as by_subscription,
       churn_window_days
from settings;
