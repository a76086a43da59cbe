select 100 * sum(paid_end) filter (where at_start) / nullif(sum(paid_start), 0) from subscribing

-- from its rows
select 100 * sum(paid_at_end) filter (where at_start) / nullif(sum(paid_at_start), 0) from rows
