select 100.0 * count(*) filter (where bounced) / nullif(count(*), 0) from rows
