select count(distinct person_id) from counted where measure = 2
