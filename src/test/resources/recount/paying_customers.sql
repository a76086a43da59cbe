select count(*) filter (where at_end) from standing

-- from its rows
select count(*) filter (where at_end) from rows
