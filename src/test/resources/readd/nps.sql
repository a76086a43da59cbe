select 100.0 * (count(*) filter (where score_class = 'promoter') - count(*) filter (where score_class = 'detractor'))
       / nullif(count(*), 0)
from rows
