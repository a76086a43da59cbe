select sum(value) filter (where measure = 5) / 1000.0
       / nullif(sum(value) filter (where measure = case when options ->> 'without-single' = 'true' then 6 else 2 end), 0)
from counted, asked

-- from its rows
select avg(seconds) from rows, asked where events > 1 or options ->> 'without-single' is distinct from 'true'
