select count(*) filter (where at_end) from rows
