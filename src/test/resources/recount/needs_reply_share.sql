select 100.0 * coalesce(sum(value) filter (where measure = 97), 0) / nullif(sum(value) filter (where measure = 96), 0)
from counted
