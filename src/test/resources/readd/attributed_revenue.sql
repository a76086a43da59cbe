select coalesce(sum(amount), 0) from rows
