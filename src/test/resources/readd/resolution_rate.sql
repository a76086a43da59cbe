select 100.0 * count(resolved_at) / nullif(count(*), 0) from rows
