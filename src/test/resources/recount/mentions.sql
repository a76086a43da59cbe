select coalesce(sum(value), 0) from counted where measure = 86
