select 100.0 * count(*) filter (where is_new) / nullif(count(*), 0) from rows
