select 100.0 * (coalesce(sum(value) filter (where measure = 77), 0) - sum(value) filter (where measure = 70))
       / nullif(sum(value) filter (where measure = 70), 0)
from counted, asked where not by_segment
