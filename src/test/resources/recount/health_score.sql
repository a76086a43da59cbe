select sum(tenths) / 10 / nullif(count(*), 0) from scored
