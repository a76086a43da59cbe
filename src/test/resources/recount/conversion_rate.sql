select case when options ->> 'unit' = 'sessions'
            then 100.0 * coalesce(sum(value) filter (where measure = 8 and item = wanted.id), 0)
                 / nullif(sum(value) filter (where measure = 2), 0)
            else 100.0 * count(distinct person_id) filter (where measure = 8 and item = wanted.id)
                 / nullif(count(distinct person_id) filter (where measure = 2), 0) end
from asked
cross join settings
join goal as wanted on wanted.key = coalesce(options ->> 'goal', (select key from goal where id = default_goal_id))
left join counted on true
group by options

-- from its rows
select 100.0 * count(*) filter (where converted) / nullif(count(*), 0) from rows
