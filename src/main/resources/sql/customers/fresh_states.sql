create temporary table fresh_state on commit drop as
with paid as (
    select person_id, sum(amount) as amount, sum(orders) as orders, max(at) filter (where orders > 0) as at
    from (select person_id, amount, 1 as orders, at from purchase
          union all select person_id, -amount, 0, at from refund) as moved
    group by person_id),
subscribed as (
    select person_id,
           sum(round(amount * floor(extract(epoch from least(coalesce(ended_at, ?), ?) - started_at)) / 2629800, 6))
               as amount
    from paying_time
    where started_at < ? group by person_id),
came as (select person_id, max(ended_at) as at from session group by person_id),
asked as (
    select visitor.person_id, count(*) as tickets, max(ticket.created_at) as at
    from ticket join visitor on visitor.id = ticket.visitor_id where ticket.current group by visitor.person_id),
said as (
    select distinct on (answer.person_id) answer.person_id, answer.at,
           case when survey.scale_min = survey.scale_max then 100
                else round(100.0 * case when survey.lower_is_better then survey.scale_max - answer.score
                                        else answer.score - survey.scale_min end
                           / (survey.scale_max - survey.scale_min)) end as points
    from survey_answer as answer join survey on survey.id = answer.survey_id
    where answer.person_id is not null and answer.score is not null
    order by answer.person_id, answer.at desc, answer.survey_id desc, answer.score desc)
select person.id as person_id,
       (coalesce(paid.amount, 0) + coalesce(subscribed.amount, 0))::numeric(24, 6) as value,
       coalesce(paid.orders, 0)::int as orders,
       coalesce(greatest(paid.at, came.at, asked.at, said.at), '-infinity') as last_at,
       coalesce(asked.tickets, 0)::int as tickets, coalesce(said.points, -1)::int as last_score,
       coalesce(scored.tenths, -1) as health, coalesce(theirs.signature_id, 1) as signature_id
from person
left join paid on paid.person_id = person.id
left join subscribed on subscribed.person_id = person.id
left join came on came.person_id = person.id
left join asked on asked.person_id = person.id
left join said on said.person_id = person.id
left join unnest(?::int[], ?::int[]) as scored (person_id, tenths) on scored.person_id = person.id
left join person_signature as theirs
    on theirs.person_id = person.id and theirs.from_day <= ? and ? < theirs.to_day
where (person.external_id is not null or person.name is not null or person.email is not null
       or paid.person_id is not null or subscribed.person_id is not null or asked.person_id is not null)
  and exists (select from visitor where visitor.person_id = person.id)
