insert into rollup_early
select day, person_id, bool_or(ended_at >= ?)
from (
    select day, person_id, ended_at from session
    where day < ? and started_at >= ? and started_at < ? and ended_at >= ?
    union all
    select day, person_id, ended_at from session
    where day < ? and ended_at >= ? and ended_at - started_at >= interval '23 hours') as reaching
where not day = any(?)
group by day, person_id
