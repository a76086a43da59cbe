with activity as (
    select case when options ->> 'activity' = 'order' then 62 else 7 end as first,
           case when options ->> 'activity' = 'order' then 60 else 2 end as again
    from asked),
begun as (
    select distinct in_slice.person_id, bucket.no
    from activity, in_slice
    join bucket on bucket.own and in_slice.at >= bucket.from_at and in_slice.at < bucket.to_at
    where in_slice.measure = activity.first)
select 100.0 * count(*) filter (where exists (
           select from naive, activity
           where naive.measure = activity.again and naive.person_id = begun.person_id
             and naive.at >= next.whole_from and naive.at < next.whole_to))
       / nullif(count(*), 0)
from begun join bucket as next on next.no = begun.no + 1 and next.whole_to <= now()

-- from its rows
select 100.0 * count(*) filter (where came_again) / nullif(count(came_again), 0) from rows
