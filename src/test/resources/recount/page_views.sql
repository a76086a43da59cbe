select coalesce(sum(value), 0) from counted where measure = 1

-- from its rows
select coalesce(sum(page_views), 0) from rows
