insert into rollup_touched
select distinct change.person_id
from (
    select person_id, started_at from rollup_session_change where person_id is not null
    union all
    select former_id, started_at from rollup_session_change where former_id is not null) as change
where started_at <= coalesce(
    (select at from person_first as first where first.kind = 1 and first.person_id = change.person_id),
    'infinity')
