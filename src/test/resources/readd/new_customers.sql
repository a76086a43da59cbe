select count(*) filter (where is_new) from rows
