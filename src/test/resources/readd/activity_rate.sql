-- The active people of each day; paying customers have rows of their own, under paying_customers.
with active as (
    select (select count(distinct person) from rows
            where day::date <= d::date and day::date > d::date - case when options ->> 'active' = 'mau' then 30 else 1 end)
               as people
    from asked, generate_series(from_day::timestamp, last_day::timestamp, '1 day') as d)
select 100.0 * avg(people) / nullif(max(denominator), 0) from active, figure
