select 100.0 * coalesce(sum(value) filter (where measure = 23), 0)
       / nullif(sum(value) filter (where measure in (22, 23, 24)), 0)
from counted, asked
where (options ->> 'survey' is null or item = (select id from survey where key = options ->> 'survey'))

-- from its rows
select 100.0 * count(*) filter (where score_class = 'passive') / nullif(count(*), 0) from rows
