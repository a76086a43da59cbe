, bought as (
    select purchase.person_id, purchase.at,
           lag(purchase.at) over (partition by purchase.person_id order by purchase.at) as before_at
    from purchase
    where purchase.refunded < purchase.amount
      and purchase.at >= (select min(from_at) from bucket) - make_interval(hours => ?)
      and purchase.at < (select max(to_at) from bucket)),
numbered as (
    select person_id, at,
           count(*) filter (where before_at is null or at > before_at + make_interval(hours => ?))
               over (partition by person_id order by at) as span_no
    from bought),
span as (
    select begun.channel_id, numbered.person_id, min(numbered.at) as started_at,
           max(numbered.at) + make_interval(hours => ?) as ended_at, 0::numeric as amount,
           min(numbered.at) = begun.at as is_first, begun.at as since
    from numbered
    join person_first as begun on begun.kind = 2 and begun.person_id = numbered.person_id
    group by begun.channel_id, begun.at, numbered.person_id, numbered.span_no)
