select 100.0 * coalesce(sum(value) filter (where measure = 91), 0) / nullif(sum(value) filter (where measure = 90), 0)
from counted
