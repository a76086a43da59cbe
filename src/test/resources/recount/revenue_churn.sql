select 100 * sum(greatest(0, paid_start - paid_end)) / nullif(sum(paid_start), 0) from subscribing
