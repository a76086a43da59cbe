select 100.0 * sum(sentiment) / nullif(count(*), 0) from rows
