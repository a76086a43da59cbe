create temp table fresh_tuple on commit drop as
with bounds as (
    select person_id, from_day as day from fresh_membership
    union
    select person_id, to_day from fresh_membership where to_day < 'infinity'
), spans as (
    select person_id, day as from_day,
           lead(day, 1, 'infinity') over (partition by person_id order by day) as to_day
    from bounds
)
select s.person_id, s.from_day, s.to_day, array_agg(m.value_id order by m.value_id) as value_ids
from spans s
join fresh_membership m
  on m.person_id = s.person_id and m.from_day <= s.from_day and m.to_day > s.from_day
group by s.person_id, s.from_day, s.to_day
