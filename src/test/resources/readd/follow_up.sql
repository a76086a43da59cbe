select 100.0 * count(*) filter (where state <> 'open') / nullif(count(*), 0) from rows
