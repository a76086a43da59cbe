select 100.0 * (select count(*) from rows) / nullif(denominator, 0) from figure
