select sum(value)::numeric / nullif(count(distinct person_id), 0) from counted where measure = 60

-- from its rows
select count(*)::numeric / nullif(count(distinct person), 0) from rows
