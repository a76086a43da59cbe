select avg((select count(distinct person_id) from in_slice
            where active and day > d::date - 7 and day <= d::date))
from asked, generate_series(from_day::timestamp, last_day::timestamp, '1 day') as d

-- from its rows
select avg((select count(distinct person) from rows where day::date > d::date - 7 and day::date <= d::date))
from asked, generate_series(from_day::timestamp, last_day::timestamp, '1 day') as d
