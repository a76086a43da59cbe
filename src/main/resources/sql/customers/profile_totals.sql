with who as (%s),
mine as (select person_id from visitor where id in (select id from who)),
paid as (select sum(amount) - (select coalesce(sum(amount), 0) from refund
                               where person_id in (select person_id from mine)) as amount,
                count(*) as orders, min(at) as first_at, max(at) as last_at
         from purchase where person_id in (select person_id from mine)),
subscribed as (
    select sum(round(amount * floor(extract(epoch from least(coalesce(ended_at, now()), now()) - started_at)) / 2629800, 6))
               as amount, min(started_at) as first_at
    from paying_subscription where started_at < now() and visitor_id in (select id from who)),
came as (select count(*) as visits, min(started_at) as first_at, max(ended_at) as last_at
         from session where person_id in (select person_id from visitor where id in (select id from who))),
asked as (select count(*) as tickets, count(*) filter (where not resolved) as open,
                 min(created_at) as first_at, max(created_at) as last_at
          from ticket where current and visitor_id in (select id from who)),
said as (select max(at) as last_at from response
         where current and score is not null and visitor_id in (select id from who))
select coalesce(paid.amount, 0) + coalesce(subscribed.amount, 0), paid.orders, came.visits, asked.tickets, asked.open,
       least(paid.first_at, subscribed.first_at, came.first_at, asked.first_at),
       greatest(paid.last_at, came.last_at, asked.last_at, said.last_at)
from paid, subscribed, came, asked, said
