select count(*)::numeric / nullif(count(distinct person), 0) from rows
