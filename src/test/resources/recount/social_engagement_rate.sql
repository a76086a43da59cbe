with level as (select sum(followers) as followers from (
    select distinct on (campaign, variant, channel_id) followers
    from asked join campaign_day on current and followers is not null and day <= last_day
        and (channels is null or channel_id = any(channels))
    where not by_segment
    order by campaign, variant, channel_id, day desc) as level),
weighed as (
    select measure, value, value * case measure when 82 then weight_likes when 83 then weight_shares when 84 then weight_comments
                                                when 85 then weight_saves when 98 then weight_clicks else 1 end as weight
    from counted, settings)
select 100.0 * case when options ->> 'per' = 'followers'
                    then coalesce(sum(weight) filter (where measure in (82, 83, 84, 85, 98)), 0)
                         / nullif(sum(value) filter (where measure = 80), 0)
                    else coalesce(sum(weight) filter (where measure in (82, 83, 84, 85, 86, 98)), 0) end
       / nullif(case when options ->> 'per' = 'followers' then (select followers from level)
                     else sum(value) filter (where measure = 81) end, 0)
from asked left join weighed on true where not by_segment group by options

-- from its rows
-- Followers have rows of their own, under followers.
with weighed as (
    select kind, impressions, likes * weight_likes + shares * weight_shares + comments * weight_comments
                              + saves * weight_saves + clicks * weight_clicks as weight
    from rows, settings)
select 100.0 * case when options ->> 'per' = 'followers'
                    then coalesce(sum(weight), 0) / nullif(count(*) filter (where kind = 'post'), 0)
                    else coalesce(sum(weight), 0) + count(*) filter (where kind = 'mention') end
       / nullif(case when options ->> 'per' = 'followers' then max(denominator) else sum(impressions) end, 0)
from figure, asked left join weighed on true where not by_segment group by options
