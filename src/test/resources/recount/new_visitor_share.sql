select 100.0 * count(distinct counted.person_id) filter (where first.person_id is not null)
       / nullif(count(distinct counted.person_id), 0)
from asked
cross join counted
left join naive as first
    on first.measure = 7 and first.person_id = counted.person_id and first.at >= from_at and first.at < to_at
where counted.measure = 2

-- from its rows
select 100.0 * count(*) filter (where is_new) / nullif(count(*), 0) from rows
