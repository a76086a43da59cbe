select 100.0 * count(*) filter (where needs_reply) / nullif(count(*), 0) from rows
