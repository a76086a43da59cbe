with each as (
    select d::date as day, (d::date + 1)::timestamp at time zone zone as ends_at
    from asked, generate_series(from_day::timestamp, last_day::timestamp, '1 day') as d),
paying as (
    select each.day,
           case when exists (select from pays) then (
               select count(distinct person_id) from pays
               where started_at < ends_at and coalesce(ended_at, 'infinity') >= ends_at
                 and fits(person_id, each.day, channel_id))
           else (
               select count(distinct bought.person_id)
               from settings, naive_paid as bought
               join naive as first on first.measure = 62 and first.person_id = bought.person_id
               where bought.at < ends_at
                 and bought.at + make_interval(hours => 24 * churn_window_days) >= ends_at
                 and fits(bought.person_id, each.day, first.channel_id)) end as customers
    from each),
active as (
    select each.day, count(distinct naive.person_id) as people
    from asked cross join each
    left join naive on naive.measure = active_measure() and signature_id = any(signatures)
        and (channels is null or won_by(naive.person_id) = any(channels)) and naive.day <= each.day
        and naive.day > each.day - case when options ->> 'active' = 'mau' then 30 else 1 end
    group by each.day)
select 100.0 * sum(people) / nullif(sum(customers), 0) from paying join active using (day)

-- from its rows
-- The active people of each day; paying customers have rows of their own, under paying_customers.
with active as (
    select (select count(distinct person) from rows
            where day::date <= d::date and day::date > d::date - case when options ->> 'active' = 'mau' then 30 else 1 end)
               as people
    from asked, generate_series(from_day::timestamp, last_day::timestamp, '1 day') as d)
select 100.0 * avg(people) / nullif(max(denominator), 0) from active, figure
