, bought as (
    select person_id, started_at, ended_at, lag(ended_at) over (partition by person_id order by started_at) as before_ended
    from order_time
    where started_at >= (select min(from_at) from bucket)
                        - (select make_interval(hours => 24 * churn_window_days) from customer_definition)
      and started_at < (select max(to_at) from bucket)),
numbered as (
    select person_id, started_at, ended_at,
           count(*) filter (where before_ended is null or started_at > before_ended)
               over (partition by person_id order by started_at) as span_no
    from bought),
span as (
    select begun.channel_id, numbered.person_id, min(numbered.started_at) as started_at,
           max(numbered.ended_at) as ended_at, 0::numeric as amount,
           min(numbered.started_at) = begun.at as is_first, begun.at as since
    from numbered
    join person_first as begun on begun.kind = 2 and begun.person_id = numbered.person_id
    group by begun.channel_id, begun.at, numbered.person_id, numbered.span_no)
