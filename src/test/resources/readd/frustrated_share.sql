select 100.0 * count(*) filter (where frustrated) / nullif(count(*), 0) from rows
