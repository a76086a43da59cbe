select sum(amount - case when options ->> 'net' = 'support' then support_cost else 0 end) filter (where kind = 'worth')
       / nullif(count(*) filter (where kind = 'worth'), 0)
       / nullif(sum(spend) / nullif(count(*) filter (where kind = 'customer'), 0), 0)
from rows, asked having count(*) filter (where kind = 'spend') > 0
