select 100.0 * count(*) filter (where kind = 'answer') / nullif(count(*) filter (where kind = 'invitation'), 0) from rows
