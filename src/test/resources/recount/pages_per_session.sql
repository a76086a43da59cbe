select sum(value) filter (where measure = 1) / nullif(sum(value) filter (where measure = 3), 0) from counted

-- from its rows
select sum(page_views) / nullif(count(*), 0)::numeric from rows
