select sum(money) / nullif(count(*), 0) from worth
