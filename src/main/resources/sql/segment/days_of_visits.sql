select person_id, 1 as kind, 0 as item, day, 1 as amount from session where {day}
union all
select person_id, 2, 0, day, page_views from session where {day}
