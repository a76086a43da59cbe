select 100.0 * sum(value) filter (where measure = 3) / nullif(sum(value) filter (where measure = 1), 0) from counted

-- from its rows
select 100.0 * count(*) filter (where exited) / nullif(count(*), 0) from rows
