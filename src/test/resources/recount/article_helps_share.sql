select 100.0 * coalesce(sum(value) filter (where measure = 95), 0) / nullif(sum(value) filter (where measure = 94), 0)
from counted

-- from its rows
select 100.0 * count(*) filter (where article_helps) / nullif(count(*), 0) from rows
