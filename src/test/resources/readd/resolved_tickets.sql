select count(*) from rows
