select 100.0 * count(distinct person_id) filter (where measure = 14)
       / nullif(count(distinct person_id) filter (where active), 0)
from counted

-- from its rows
select 100.0 * count(*) filter (where used) / nullif(count(*), 0) from rows
