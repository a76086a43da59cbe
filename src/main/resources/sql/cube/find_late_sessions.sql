insert into rollup_theirs
select person_id from rollup_session_change
where started_at < ? and last_at >= ? and person_id is not null
union
select former_id from rollup_session_change
where started_at < ? and last_at >= ? and former_id is not null
