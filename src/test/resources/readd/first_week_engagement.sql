select 100.0 * count(*) filter (where engaged) / nullif(count(*), 0) from rows
