select sum(money) / nullif(count(*), 0) from worth

-- from its rows
select sum(amount - case when options ->> 'net' = 'support' then support_cost else 0 end) / nullif(count(*), 0) from rows, asked
