-- A paying customer pays more than nothing, and not before the trial is over.
alter table subscription
    add column trial_ended_at timestamptz,
    add column billing        text,                         -- the interval as the row says it
    add column quantity       numeric(18, 6),
    add column currency       text,                         -- as the row says; null = nothing said, the reporting currency
    add column original       numeric(18, 6),               -- the price as the row says it, of the interval and one unit
    add column rate           numeric(24, 12);              -- by which it was converted; null = it was not

create view paying_subscription as
select id, key, visitor_id, channel_id, plan, amount, greatest(started_at, trial_ended_at) as started_at, ended_at, current
from subscription
where current and amount > 0 and (trial_ended_at is null or ended_at is null or ended_at > trial_ended_at);
