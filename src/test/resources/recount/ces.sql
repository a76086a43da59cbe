select sum(value) filter (where measure = 28) / nullif(sum(value) filter (where measure = 27), 0)
from counted, asked
where (options ->> 'survey' is null or item = (select id from survey where key = options ->> 'survey'))

-- from its rows
select avg(score) from rows
