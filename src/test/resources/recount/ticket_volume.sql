select coalesce(sum(value), 0) from counted where measure = 40

-- from its rows
select count(*) from rows
