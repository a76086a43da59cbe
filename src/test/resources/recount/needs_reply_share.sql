select 100.0 * coalesce(sum(value) filter (where measure = 97), 0) / nullif(sum(value) filter (where measure = 96), 0)
from counted

-- from its rows
select 100.0 * count(*) filter (where needs_reply) / nullif(count(*), 0) from rows
