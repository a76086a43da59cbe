select coalesce(sum(paid_end), 0) from subscribing

-- from its rows
select coalesce(sum(paid_at_end), 0) from rows
