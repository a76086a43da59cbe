select 100.0 * (coalesce(sum(value) filter (where measure = 87), 0) - coalesce(sum(value) filter (where measure = 89), 0))
       / nullif(sum(value) filter (where measure in (87, 88, 89)), 0)
from counted

-- from its rows
select 100.0 * sum(sentiment) / nullif(count(*), 0) from rows
