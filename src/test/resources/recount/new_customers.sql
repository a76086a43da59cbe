select count(*) filter (where fresh) from standing
