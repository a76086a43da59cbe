select coalesce(sum(value), 0) / 1000000 from counted where measure = 61
