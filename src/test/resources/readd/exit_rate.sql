select 100.0 * count(*) filter (where exited) / nullif(count(*), 0) from rows
