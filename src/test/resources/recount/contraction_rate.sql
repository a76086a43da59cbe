select case when sum(paid_start) > 0 then
    100 * coalesce(sum(greatest(0, paid_start - paid_end)) filter (where at_start and at_end), 0) / sum(paid_start) end
from subscribing

-- from its rows
select case when sum(paid_at_start) > 0 then
    100 * coalesce(sum(greatest(0, paid_at_start - paid_at_end)) filter (where at_start and at_end), 0)
        / sum(paid_at_start) end
from rows
