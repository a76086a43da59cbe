select coalesce(sum(value), 0) / 1e6 from counted where measure = 77

-- from its rows
select coalesce(sum(amount), 0) from rows
