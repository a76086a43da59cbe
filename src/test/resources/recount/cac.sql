select sum(value) filter (where measure = 70) / 1e6
       / nullif((select count(*) filter (where fresh) from standing), 0)
from asked join counted on true where not by_segment having count(*) filter (where measure = 71) > 0

-- from its rows
select sum(spend) / nullif(count(*) filter (where kind = 'customer'), 0)
from rows having count(*) filter (where kind = 'spend') > 0
