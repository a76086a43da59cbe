select 100 * sum(greatest(0, paid_end - paid_start)) filter (where at_start) / nullif(sum(paid_start), 0) from subscribing

-- from its rows
select 100 * sum(greatest(0, paid_at_end - paid_at_start)) filter (where at_start) / nullif(sum(paid_at_start), 0) from rows
