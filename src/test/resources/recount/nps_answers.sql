select answers_on_one_scale('nps')

-- from its rows
select count(*) from rows
