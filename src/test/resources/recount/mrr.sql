select coalesce(sum(paid_end), 0) from subscribing
