with change as (
    insert into rollup_session_change
    select visitor_id, started_at, coalesce(now.day, kept.day), kept.person_id, now.person_id,
           greatest(now.ended_at, kept.ended_at),
           (kept.source_id = any(%1$s) or now.source_id = any(%1$s)) is true
               and (kept.person_id, kept.channel_id, kept.source_id)
                   is distinct from (now.person_id, now.channel_id, now.source_id)
    from (select * from session where %2$s) as kept
    full join (select * from rollup_session) as now using (visitor_id, started_at)
    where kept is distinct from now
    returning former_id, person_id)
select count(*), count(*) filter (where person_id is null), count(*) filter (where former_id is null)
from change
