select 100.0 * (coalesce(sum(amount), 0) - sum(spend)) / nullif(sum(spend), 0) from rows
