select sum(followers) from (
    select distinct on (campaign, variant, channel_id) followers
    from asked join campaign_day on current and followers is not null and day <= last_day
        and (channels is null or channel_id = any(channels))
    where not by_segment
    order by campaign, variant, channel_id, day desc) as level

-- from its rows
select sum(followers) from (
    select distinct on (campaign, variant, channel) followers from rows order by campaign, variant, channel, day desc) as level
