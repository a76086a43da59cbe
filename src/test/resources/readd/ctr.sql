select 100.0 * sum(clicks) / nullif(sum(exposures), 0) from rows
