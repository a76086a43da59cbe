select sum(spend) / nullif(count(*) filter (where kind = 'customer'), 0)
from rows having count(*) filter (where kind = 'spend') > 0
