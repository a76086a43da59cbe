select 100.0 * avg((select count(distinct person_id) from in_slice where active and day = d::date))
       / nullif((select count(distinct person_id) from in_slice, asked
                 where active and day <= last_day
                   and day >= case when calendar_month then from_day else last_day - 29 end), 0)
from asked, generate_series(from_day::timestamp, last_day::timestamp, '1 day') as d

-- from its rows
select 100.0 * avg((select count(*) from rows where day::date = d::date))
       / nullif((select count(distinct person) from rows, asked
                 where day::date > case when calendar_month then from_day - 1 else last_day - 30 end), 0)
from asked, generate_series(from_day::timestamp, last_day::timestamp, '1 day') as d
