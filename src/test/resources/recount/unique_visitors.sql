select count(distinct person_id) from counted where measure = 2

-- from its rows
select count(*) from rows
