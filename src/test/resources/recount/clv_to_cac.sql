with sub as (
    select * from pays),
cost as (
    select (select sum(value) / 1e6 from naive, asked
            where measure = 70 and at >= from_at and at < to_at and (channels is null or channel_id = any(channels))) as spend,
           (select count(distinct person_id) from sub, asked
            where started_at = (select min(started_at) from sub as other where other.person_id = sub.person_id)
              and started_at >= from_at and started_at < to_at and (channels is null or channel_id = any(channels)))
           + (select count(*) from naive, asked
              where not exists (select from sub) and measure = 62 and at >= from_at and at < to_at
                and (channels is null or channel_id = any(channels))) as won,
           exists (select from naive, asked
                   where measure = 71 and at >= from_at and at < to_at
                     and (channels is null or channel_id = any(channels))) as known)
select (select sum(money) / nullif(count(*), 0) from worth) / nullif(spend / nullif(won, 0), 0) from cost where known

-- from its rows
select sum(amount - case when options ->> 'net' = 'support' then support_cost else 0 end) filter (where kind = 'worth')
       / nullif(count(*) filter (where kind = 'worth'), 0)
       / nullif(sum(spend) / nullif(count(*) filter (where kind = 'customer'), 0), 0)
from rows, asked having count(*) filter (where kind = 'spend') > 0
