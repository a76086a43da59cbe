select sum(value) filter (where measure = 61) / 1000000 / nullif(sum(value) filter (where measure = 60), 0) from counted

-- from its rows
-- What was given back has no lines and is no order.
select sum(amount) / nullif(count(*) filter (where lines > 0), 0) from rows
