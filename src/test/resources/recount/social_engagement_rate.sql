with level as (select sum(followers) as followers from (
    select distinct on (campaign, variant, channel_id) followers
    from asked join campaign_day on current and followers is not null and day <= last_day
        and (channels is null or channel_id = any(channels))
    where not by_segment
    order by campaign, variant, channel_id, day desc) as level)
select 100.0 * coalesce(sum(value) filter (where measure in (82, 83, 84, 85, 86)), 0)
       / nullif(case when options ->> 'per' = 'followers' then (select followers from level)
                     else sum(value) filter (where measure = 81) end, 0)
from asked left join counted on true where not by_segment group by options

-- from its rows
-- Followers have rows of their own, under followers.
select 100.0 * (coalesce(sum(likes + shares + comments + saves), 0) + count(*) filter (where kind = 'mention'))
       / nullif(case when options ->> 'per' = 'followers' then max(denominator) else sum(impressions) end, 0)
from figure, asked left join rows on true where not by_segment group by options
