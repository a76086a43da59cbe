select coalesce(sum(page_views), 0) from rows
