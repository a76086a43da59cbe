select 100.0 * coalesce(sum(value) filter (where measure = 93), 0) / nullif(sum(value) filter (where measure = 92), 0)
from counted

-- from its rows
select 100.0 * count(*) filter (where technical) / nullif(count(*), 0) from rows
