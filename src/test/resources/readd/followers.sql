select sum(followers) from (
    select distinct on (campaign, variant, channel) followers from rows order by campaign, variant, channel, day desc) as level
