select 100.0 * count(*) filter (where used) / nullif(count(*), 0) from rows
