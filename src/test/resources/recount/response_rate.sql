select 100.0 * coalesce(sum(value) filter (where measure = 31), 0) / nullif(sum(value) filter (where measure = 20), 0)
from counted, asked
where (options ->> 'survey' is null or item = (select id from survey where key = options ->> 'survey'))

-- from its rows
select 100.0 * count(*) filter (where kind = 'answer') / nullif(count(*) filter (where kind = 'invitation'), 0) from rows
