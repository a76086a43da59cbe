select 100.0 * coalesce(sum(value) filter (where measure = 73), 0) / nullif(sum(value) filter (where measure = 75), 0)
from counted, asked where not by_segment

-- from its rows
select 100.0 * sum(clicks) / nullif(sum(exposures), 0) from rows
