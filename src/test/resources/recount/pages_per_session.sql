select sum(value) filter (where measure = 1) / nullif(sum(value) filter (where measure = 3), 0) from counted
