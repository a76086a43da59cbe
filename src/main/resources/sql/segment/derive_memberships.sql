-- who is in what since when, as it should be; the argument is the day from which a trait holds
create temp table fresh_membership on commit drop as
with said as (
    select distinct on (v.person_id, g.id, day) v.person_id, g.id as group_id, m.value_id, day
    from refresh_person r
    join visitor v on v.person_id = r.person_id
    join person_trait t on t.visitor_id = v.id
    join segment_group g on g.trait = t.trait
    left join trait_value m on m.group_id = g.id and m.text = t.value
    cross join lateral (select %s as day) as reporting
    order by v.person_id, g.id, day, t.since desc, t.id desc
), turns as (
    select *, lag(value_id) over by_day as before, row_number() over by_day = 1 as first
    from said
    window by_day as (partition by person_id, group_id order by day)
), runs as (
    select person_id, group_id, value_id, day as from_day,
           lead(day, 1, 'infinity') over (partition by person_id, group_id order by day) as to_day
    from turns where first or value_id is distinct from before
)
select person_id, group_id, from_day, to_day, value_id from runs where value_id is not null
