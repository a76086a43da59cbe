create temp table if not exists rollup_session on commit delete rows as select * from session with no data;
create temp table if not exists rollup_session_change (
    visitor_id int, started_at timestamptz, day date, former_id int, person_id int, last_at timestamptz,
    campaign boolean not null
) on commit delete rows;
create temp table if not exists rollup_early (
    day date not null, person_id int not null, crossing boolean not null
) on commit delete rows;
truncate rollup_session_change, rollup_early
