select sum(value) filter (where measure = 12) * 1.0 / nullif(sum(value) filter (where measure = 13), 0) from counted

-- from its rows
select avg(scroll) from rows
