select 100.0 * (count(*) filter (where at_end) - count(*) filter (where at_start))
       / nullif(count(*) filter (where at_start), 0)
from standing

-- from its rows
select 100.0 * (count(*) filter (where at_end) - count(*) filter (where at_start))
       / nullif(count(*) filter (where at_start), 0)
from rows
