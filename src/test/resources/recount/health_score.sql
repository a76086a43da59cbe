select sum(tenths) / 10 / nullif(count(*), 0) from scored

-- from its rows
select avg(health) from rows
