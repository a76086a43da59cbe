select 100 * sum(greatest(0, paid_start - paid_end)) / nullif(sum(paid_start), 0) from subscribing

-- from its rows
select 100 * sum(greatest(0, paid_at_start - paid_at_end)) / nullif(sum(paid_at_start), 0) from rows
