with trial as (
    select variant, case when options ->> 'rate' = 'conversions' then sum(conversions) else sum(clicks) end::numeric as s,
           case when options ->> 'rate' = 'conversions' then sum(clicks)
                else sum(case when channel_id = 6 and delivered = 0 then coalesce(opens, impressions)
                              when channel_id = 6 or impressions = 0 then delivered else impressions end) end::numeric as n
    from asked join campaign_day on current and variant <> '' and (channels is null or channel_id = any(channels))
        and day::timestamp at time zone zone >= from_at and day::timestamp at time zone zone < to_at
    where not by_segment
    group by variant, options)
select 100 * (b.s / nullif(b.n, 0) - a.s / nullif(a.n, 0)) from trial as a, trial as b where a.variant = 'A' and b.variant = 'B'

-- from its rows
with trial as (
    select variant, case when options ->> 'rate' = 'conversions' then sum(conversions) else sum(clicks) end::numeric as s,
           case when options ->> 'rate' = 'conversions' then sum(clicks) else sum(exposures) end::numeric as n
    from rows, asked where variant is not null group by variant, options)
select 100 * (b.s / nullif(b.n, 0) - a.s / nullif(a.n, 0)) from trial as a, trial as b where a.variant = 'A' and b.variant = 'B'
