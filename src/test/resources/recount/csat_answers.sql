select answers_on_one_scale('csat')

-- from its rows
select count(*) from rows
