select 100.0 * coalesce(sum(value) filter (where measure = 4), 0) / nullif(sum(value) filter (where measure = 3), 0)
from counted

-- from its rows
select 100.0 * count(*) filter (where bounced) / nullif(count(*), 0) from rows
