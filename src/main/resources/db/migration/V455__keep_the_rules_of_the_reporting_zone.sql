-- The day of a fact and the bounds of a period come from the same rules: those of the application's Java, written here for the
-- reporting zone. PostgreSQL's own tables know laws of other years.
-- An array each: where a run begins, and what is added to universal time from there on.
create table zone_rules (
    id            int primary key default 1 check (id = 1),
    zone          text not null,
    version       text not null,               -- of the tables they were made from; empty before the application has started
    -- of days: from these moments on, universal time and this is a time of the same reporting day
    day_starts    timestamptz[] not null,
    day_firsts    date[] not null,             -- the days from which on it also tells where a day starts
    day_shifts    interval[] not null,
    -- of clocks
    clock_starts  timestamptz[] not null,
    clock_shifts  interval[] not null
);
insert into zone_rules (zone, version, day_starts, day_firsts, day_shifts, clock_starts, clock_shifts)
values ('UTC', '', '{-infinity}', '{-infinity}', '{0 seconds}', '{-infinity}', '{0 seconds}');

-- Arrays out of a table are packed and would be unpacked for every row; put together, they come unpacked.
create view zone_days as
select day_starts || '{}'::timestamptz[] as starts, day_firsts || '{}'::date[] as firsts,
       day_shifts || '{}'::interval[] as shifts
from zone_rules;
create view zone_clocks as
select clock_starts || '{}'::timestamptz[] as starts, clock_shifts || '{}'::interval[] as shifts
from zone_rules;

create function zone_day(at timestamptz, starts timestamptz[], shifts interval[]) returns date
    language sql immutable parallel safe
    return (at at time zone shifts[width_bucket(at, starts)])::date;

create function zone_start(day date, firsts date[], shifts interval[]) returns timestamptz
    language sql immutable parallel safe
    return day::timestamp at time zone shifts[width_bucket(day, firsts)];

create function zone_clock(at timestamptz, starts timestamptz[], shifts interval[]) returns timestamp
    language sql immutable parallel safe
    return at at time zone shifts[width_bucket(at, starts)];

-- Until the application has written its own: by PostgreSQL's. Whoever changes the zone by hand has days of that zone at once.
create function guess_zone_rules(zone text) returns void language sql as $$
    with day as (
        select day::date as day, day at time zone $1 as at,
               make_interval(secs => extract(epoch from day - (day at time zone $1) at time zone 'UTC')::float8) as shift
        from generate_series(timestamp '1970-01-01', timestamp '2100-01-01', interval '1 day') as day
    ), day_run as (
        select case when before is null then '-infinity'
                    -- from the noon before: a day of 25 hours does not run into the next
                    else at - least(interval '12 hours', at - at_before) end as start,
               case when before is null then '-infinity' else day end as first, shift
        from (select day.*, lag(shift) over by_day as before, lag(at) over by_day as at_before
              from day window by_day as (order by day)) as run
        where before is null or shift <> before
    ), clock as (
        select at, (at at time zone $1) - (at at time zone 'UTC') as shift
        from generate_series(timestamptz '1970-01-01 00:00Z', '2100-01-01 00:00Z', interval '1 day') as at
    ), clock_change as (
        select at - interval '1 day' as start, at from (
            select clock.*, lag(shift) over (order by at) as before from clock) as step where shift <> before
    ), clock_run as (
        select timestamptz '-infinity' as start, shift from clock where at = '1970-01-01 00:00Z'
        union all
        select at, shift from (
            select shown.at, shown.shift, lag(shown.shift) over (order by shown.at) as before
            from clock_change,
                 generate_series(clock_change.start, clock_change.at, interval '15 minutes') as quarter,
                 lateral (select quarter as at, (quarter at time zone $1) - (quarter at time zone 'UTC') as shift) as shown
        ) as step where shift <> before
    )
    update zone_rules set zone = $1, version = '',
        day_starts = (select array_agg(start order by start, first) from day_run),
        day_firsts = (select array_agg(first order by start, first) from day_run),
        day_shifts = (select array_agg(shift order by start, first) from day_run),
        clock_starts = (select array_agg(start order by start) from clock_run),
        clock_shifts = (select array_agg(shift order by start) from clock_run)
$$;
select guess_zone_rules(zone) from settings where zone <> 'UTC';

create function follow_zone() returns trigger language plpgsql as $$
begin
    perform guess_zone_rules(new.zone);
    return null;
end
$$;
create trigger follow_zone after update of zone on settings
    for each row when (old.zone is distinct from new.zone) execute function follow_zone();
