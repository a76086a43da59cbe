-- The campaign that brought an order, and the channel it counts for then; null = none. Looked for among the visits before it
-- when one of them or the order changes, instead of for all orders of a month whenever one visit does.
alter table purchase
    add column campaign text,
    add column campaign_channel_id smallint;
alter table purchase set (fillfactor = 85);

-- Few order lines name a campaign.
create index order_line_campaign on order_line (order_key) where current and campaign <> '';

update purchase
set campaign = brought.campaign, campaign_channel_id = brought.channel_id
from (
    select bought.order_key, coalesce(touch.channel_id, bought.channel_id) as channel_id,
           coalesce(named.campaign, (select utm_campaign from traffic_source where id = touch.source_id)) as campaign
    from purchase as bought
    left join lateral (
        select line.campaign from order_line as line
        where line.order_key = bought.order_key and line.current and line.cancelled_at is null and line.campaign <> ''
        order by line.at, line.key limit 1
    ) as named on true
    left join lateral (
        select session.source_id, session.channel_id from session
        where session.person_id = bought.person_id
          and session.started_at <= bought.at and session.started_at > bought.at - make_interval(hours => 720)
          and session.source_id = any(array(select id from traffic_source where utm_campaign <> ''))
          and (named.campaign is null or exists (
              select from traffic_source where id = session.source_id and utm_campaign = named.campaign))
        order by session.started_at desc, session.visitor_id limit 1
    ) as touch on true
    offset 0
) as brought
where brought.order_key = purchase.order_key and brought.campaign is not null;
