select coalesce(sum(paid_at_end), 0) from rows
