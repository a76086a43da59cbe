select sum(amount - case when options ->> 'net' = 'support' then support_cost else 0 end) / nullif(count(*), 0) from rows, asked
