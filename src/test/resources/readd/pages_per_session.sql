select sum(page_views) / nullif(count(*), 0)::numeric from rows
