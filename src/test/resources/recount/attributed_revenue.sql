select coalesce(sum(value), 0) / 1e6 from counted where measure = 77
