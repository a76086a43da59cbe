select 100.0 * count(*) filter (where converted) / nullif(count(*), 0) from rows
