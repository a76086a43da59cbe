update purchase
set campaign = brought.campaign, campaign_channel_id = brought.channel_id
from (
    select order_key, campaign, case when campaign is not null then channel_id end as channel_id
    from (
        select bought.order_key, coalesce(touch.channel_id, bought.channel_id) as channel_id,
               coalesce(named.campaign,
                        (select utm_campaign from traffic_source where id = touch.source_id)) as campaign
        from %s as bought
        left join lateral (
            select line.campaign from order_line as line
            where line.order_key = bought.order_key and line.current and line.cancelled_at is null
              and line.campaign <> ''
            order by line.at, line.key limit 1
        ) as named on true
        left join lateral (%s) as touch on true
        offset 0) as found) as brought
where brought.order_key = purchase.order_key
  and (brought.campaign, brought.channel_id)
      is distinct from (purchase.campaign, purchase.campaign_channel_id)
