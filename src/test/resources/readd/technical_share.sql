select 100.0 * count(*) filter (where technical) / nullif(count(*), 0) from rows
