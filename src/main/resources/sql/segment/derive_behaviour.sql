-- Who is in which segment found by rules, from day to day. What a person did counts from the next day on, so that nobody is put
-- into a segment by the very act that is counted there, and leaves a window by itself. Three times over, steps are summed up: to
-- what a condition asks for, to how many conditions of a segment hold, and to which segments fit, a bit each; the lowest bit wins.
insert into fresh_membership (person_id, group_id, from_day, to_day, value_id)
with known as materialized (
    select person_id, min(day) + 1 as day from refresh_person join person_day using (person_id) group by person_id
), act as (
    select condition.no, condition.way, condition.days, condition.since_from, condition.since_to, done.person_id, done.day + 1 as day,
           case when condition.way = 'days' then 1 else done.amount end as amount,
           lead(done.day + 1) over by_day as next_day, row_number() over by_day as place
    from rule_condition as condition
    join person_day as done on done.kind = condition.kind and done.item = condition.item
    join refresh_person using (person_id)
    window by_day as (partition by condition.no, done.person_id order by done.day)
), since as (
    select no, person_id, day + since_from - 1 as from_day, least(next_day, day + since_to) as to_day from act where way = 'since'
), held as (
    select condition.no, theirs.person_id, greatest(theirs.from_day, known.day) as from_day, theirs.to_day
    from rule_condition as condition
    join fresh_membership as theirs on condition.way = 'member' and theirs.value_id = condition.item
    join known using (person_id)
    where theirs.to_day > known.day
), step (no, person_id, day, delta) as (
    select condition.no, known.person_id, known.day, 0::numeric from known cross join rule_condition as condition
    union all
    select no, person_id, day, amount from act where way in ('sum', 'days', 'latest') or way = 'first' and place = 1
    union all
    select no, person_id, day + days, -amount from act where way in ('sum', 'days') and days is not null
    union all
    select no, person_id, least(next_day, day + days), -amount
    from act where way = 'latest' and (next_day is not null or days is not null)
    union all
    select no, person_id, from_day, 1 from since where to_day is null or from_day < to_day
    union all
    select no, person_id, to_day, -1 from since where from_day < to_day
    union all
    select no, person_id, from_day, 1 from held
    union all
    select no, person_id, to_day, -1 from held where to_day < 'infinity'
), reached as (
    select no, person_id, day, sum(sum(delta)) over (partition by no, person_id order by day) as value
    from step group by no, person_id, day
), holding as (
    select group_id, place, person_id, day, holds, lag(holds, 1, false) over (partition by no, person_id order by day) as before
    from reached
    join rule_condition using (no)
    cross join lateral (
        select (coalesce(value >= low, true) and coalesce(value <= high, true)) <> negated as holds) as said
), fitting as (
    select group_id, place, person_id, day,
           sum(sum(holds::int - before::int)) over (partition by group_id, place, person_id order by day) as holds
    from holding where holds <> before group by group_id, place, person_id, day
), turn as (
    select group_id, place, person_id, day, fits,
           lag(fits, 1, false) over (partition by group_id, place, person_id order by day) as before
    from fitting
    join rule_value using (group_id, place)
    cross join lateral (select holds = conditions as fits) as said
), fit as (
    select group_id, person_id, day,
           sum(sum((fits::int - before::int) * (1::bigint << place))) over (partition by group_id, person_id order by day)::bigint
               as bits
    from turn where fits <> before group by group_id, person_id, day
), won as (
    select fit.group_id, person_id, day, value_id, lag(value_id) over by_day as before, row_number() over by_day as place
    from fit
    left join rule_value on rule_value.group_id = fit.group_id and 1::bigint << rule_value.place = (bits & -bits)
    window by_day as (partition by fit.group_id, person_id order by day)
), run as (
    select person_id, group_id, value_id, day as from_day,
           lead(day, 1, 'infinity') over (partition by person_id, group_id order by day) as to_day
    from won where place = 1 or value_id is distinct from before
)
select person_id, group_id, from_day, to_day, value_id from run where value_id is not null
