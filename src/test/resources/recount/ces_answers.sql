select answers_on_one_scale('ces')

-- from its rows
select count(*) from rows
