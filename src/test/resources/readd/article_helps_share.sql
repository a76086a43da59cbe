select 100.0 * count(*) filter (where article_helps) / nullif(count(*), 0) from rows
