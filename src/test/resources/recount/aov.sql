select sum(value) filter (where measure = 61) / 1000000 / nullif(sum(value) filter (where measure = 60), 0) from counted
