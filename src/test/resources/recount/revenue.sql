select coalesce(sum(value), 0) / 1000000 from counted where measure = 61

-- from its rows
select coalesce(sum(amount), 0) from rows
