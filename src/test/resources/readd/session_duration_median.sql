select percentile_cont(0.5) within group (order by seconds) from rows, asked
where events > 1 or options ->> 'without-single' is distinct from 'true'
