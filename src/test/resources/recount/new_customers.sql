select count(*) filter (where fresh) from standing

-- from its rows
select count(*) filter (where is_new) from rows
