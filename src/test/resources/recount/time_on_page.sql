select sum(value) filter (where measure = 10) / 1000.0 / nullif(sum(value) filter (where measure = 11), 0) from counted

-- from its rows
select avg(seconds) from rows
