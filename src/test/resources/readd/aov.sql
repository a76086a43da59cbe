-- What was given back has no lines and is no order.
select sum(amount) / nullif(count(*) filter (where lines > 0), 0) from rows
