begun as (
    select person_id, min(started_at) as at
    from paying_time
    where (select by_subscription from customer_definition)
    group by person_id
    union all
    select person_id, at from person_first
    where kind = 2 and not (select by_subscription from customer_definition)),
acquired as (
    select begun.at, begun.person_id, visit.channel_id, source.utm_campaign as campaign
    from begun
    join lateral (%s) as visit on true
    join traffic_source as source on source.id = visit.source_id
    where begun.at <= now())
