select coalesce(sum(value), 0) from counted where measure = 42

-- from its rows
select count(*) from rows
