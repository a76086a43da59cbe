select 100.0 * coalesce(sum(value) filter (where measure = 95), 0) / nullif(sum(value) filter (where measure = 94), 0)
from counted
