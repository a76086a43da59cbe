select sum(value)::numeric / nullif(count(distinct person_id), 0) from counted where measure = 60
