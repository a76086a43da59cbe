select 100.0 * (coalesce(sum(value) filter (where measure = 77), 0) - sum(value) filter (where measure = 70))
       / nullif(sum(value) filter (where measure = 70), 0)
from counted, asked where not by_segment

-- from its rows
select 100.0 * (coalesce(sum(amount), 0) - sum(spend)) / nullif(sum(spend), 0) from rows
