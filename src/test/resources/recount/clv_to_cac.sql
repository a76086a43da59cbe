with sub as (
    select subscription.*, visitor.person_id from subscription join visitor on visitor.id = visitor_id where current),
customer as (
    select person_id, (array_agg(channel_id order by started_at, channel_id))[1] as channel_id
    from sub group by person_id
    having bool_or(started_at < (select to_at from asked)
                   and coalesce(ended_at, 'infinity') >= (select from_at from asked))
    union all
    select person_id, (select channel_id from naive as first where measure = 62 and first.person_id = bought.person_id)
    from naive as bought, settings, asked
    where not exists (select from sub) and measure = 60
    group by person_id, churn_window_days, from_at, to_at
    having bool_or(at < to_at and at + make_interval(hours => 24 * churn_window_days) >= from_at)),
worth as (
    select person_id,
           coalesce((select sum(value) from naive where measure = 61 and at < to_at and naive.person_id = customer.person_id), 0)
               / 1000000
           + coalesce((select sum(round(amount * floor(extract(epoch from least(coalesce(ended_at, to_at), to_at) - started_at))
                                        / 2629800, 6))
                       from sub where started_at < to_at and sub.person_id = customer.person_id), 0) - case when options ->> 'net' = 'support' then
                 (select count(*) from ticket join visitor on visitor.id = visitor_id
                  where current and ticket.created_at < to_at and visitor.person_id = customer.person_id)
                 * coalesce((select cost_per_ticket from settings), 0) else 0 end as money
    from customer, asked
    where (channels is null or channel_id = any(channels)) and signature_on(person_id, last_day) = any(signatures)),
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
