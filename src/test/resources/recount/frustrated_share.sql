select 100.0 * coalesce(sum(value) filter (where measure = 91), 0) / nullif(sum(value) filter (where measure = 90), 0)
from counted

-- from its rows
select 100.0 * count(*) filter (where frustrated) / nullif(count(*), 0) from rows
