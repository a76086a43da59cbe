select 100.0 * count(*) filter (where at_start and not at_end)
       / nullif(count(*) filter (where at_start or at_end and options ->> 'base' = 'all'), 0)
from standing, asked

-- from its rows
select 100.0 * count(*) filter (where at_start and not at_end)
       / nullif(count(*) filter (where at_start or at_end and options ->> 'base' = 'all'), 0)
from rows, asked
