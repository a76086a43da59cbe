select avg((select count(distinct person) from rows where day::date > d::date - 1 and day::date <= d::date))
from asked, generate_series(from_day::timestamp, last_day::timestamp, '1 day') as d
