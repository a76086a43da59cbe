select 100.0 * coalesce(sum(value) filter (where measure = 111), 0) / nullif(sum(value) filter (where measure = 112), 0)
from counted, asked where not by_segment

-- from its rows
select 100.0 * coalesce(sum(opens) filter (where delivered > 0), 0)
       / nullif(sum(delivered) filter (where opens is not null), 0) from rows
