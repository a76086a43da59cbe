select 100.0 * count(*) filter (where score_class = 'good') / nullif(count(*), 0) from rows
