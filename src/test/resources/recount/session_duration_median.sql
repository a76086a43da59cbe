select percentile_cont(0.5) within group (order by value) / 1000.0
from counted as length, asked
where length.measure = 5
  and (options ->> 'without-single' is distinct from 'true'
       or exists (select from naive as long
                  where long.measure = 6 and long.person_id = length.person_id and long.at = length.at))

-- from its rows
select percentile_cont(0.5) within group (order by seconds) from rows, asked
where events > 1 or options ->> 'without-single' is distinct from 'true'
