select 100.0 * count(*) filter (where state = 'resolved') / nullif(count(*), 0) from rows
