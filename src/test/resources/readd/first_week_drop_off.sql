select 100.0 * count(*) filter (where dropped_off) / nullif(count(*), 0) from rows
