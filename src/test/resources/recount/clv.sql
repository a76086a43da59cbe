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
    where (channels is null or channel_id = any(channels)) and signature_on(person_id, last_day) = any(signatures))
select sum(money) / nullif(count(*), 0) from worth
