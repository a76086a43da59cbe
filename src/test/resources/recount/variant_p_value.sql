with trial as (
    select variant, case when options ->> 'rate' = 'conversions' then sum(conversions) else sum(clicks) end::numeric as s,
           case when options ->> 'rate' = 'conversions' then sum(clicks)
                else sum(case when channel_id = 6 and delivered = 0 then coalesce(opens, impressions)
                              when channel_id = 6 or impressions = 0 then delivered else impressions end) end::numeric as n
    from asked join campaign_day on current and variant <> '' and (channels is null or channel_id = any(channels))
        and day::timestamp at time zone zone >= from_at and day::timestamp at time zone zone < to_at
    where not by_segment
    group by variant, options)
select erfc((abs(b.s / b.n - a.s / a.n) / sqrt(p * (1 - p) * (1 / a.n + 1 / b.n)))::float8 / sqrt(2))
from trial as a, trial as b, lateral (select (a.s + b.s) / nullif(a.n + b.n, 0) as p) as pooled
where a.variant = 'A' and b.variant = 'B' and a.n > 0 and b.n > 0 and a.s <= a.n and b.s <= b.n and p > 0 and p < 1

-- from its rows
with trial as (
    select variant, case when options ->> 'rate' = 'conversions' then sum(conversions) else sum(clicks) end::numeric as s,
           case when options ->> 'rate' = 'conversions' then sum(clicks) else sum(exposures) end::numeric as n
    from rows, asked where variant is not null group by variant, options)
select erfc((abs(b.s / b.n - a.s / a.n) / sqrt(p * (1 - p) * (1 / a.n + 1 / b.n)))::float8 / sqrt(2))
from trial as a, trial as b, lateral (select (a.s + b.s) / nullif(a.n + b.n, 0) as p) as pooled
where a.variant = 'A' and b.variant = 'B' and a.n > 0 and b.n > 0 and a.s <= a.n and b.s <= b.n and p > 0 and p < 1
