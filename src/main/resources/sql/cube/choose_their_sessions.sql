(visitor_id, started_at) in (
    select visitor_id, started_at
    from (select distinct person_id from rollup_theirs) as theirs
    cross join lateral (
        select visitor_id, started_at from session
        where session.person_id = theirs.person_id and started_at >= ? and started_at < ? offset 0) as session
    union
    select visitor_id, started_at from rollup_session)
