select (select count(*) from rows) / nullif(denominator, 0) from figure
