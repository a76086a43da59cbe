-- What a helpdesk says of a ticket: its state, and whether it is known how long it took. What turned out to be no ticket (merged,
-- spam, deleted) is kept as the newest version of its row, so that a former one does not count: tickets are a view without them.
alter table ticket rename to ticket_record;
alter table ticket_record
    add column state text check (state in ('open', 'resolved', 'no-ticket')),  -- null: not said, an end says it is resolved
    add column first_response_known boolean not null default true,             -- false: when a person answered cannot be told
    add column resolution_known boolean not null default true;                 -- false: how long it took cannot be told

-- A date without a time of day was taken for midnight: an end on the day a ticket began came to lie before its start, and its
-- wait counted as 0. In which zone it was midnight the import's mapping says.
create temp table ticket_zone on commit drop as
select their.import_id,
       coalesce((select name from pg_timezone_names where name = job.mapping ->> 'zone'),
                (select zone from settings limit 1), 'UTC') as zone
from (select distinct coalesce(import_id, 0) as import_id from ticket_record) as their
left join import_job as job on job.id = their.import_id;

-- Where all ends of an import lie at midnight, its column had dates only.
create temp table ticket_days on commit drop as
select ticket_zone.import_id, ticket_zone.zone,
       bool_and((first_response_at at time zone zone)::time = '00:00') as replied,
       bool_and((resolved_at at time zone zone)::time = '00:00') as resolved
from ticket_zone join ticket_record on coalesce(ticket_record.import_id, 0) = ticket_zone.import_id
group by 1, 2;

update ticket_record set first_response_at = null, first_response_known = false
from ticket_days
where coalesce(ticket_record.import_id, 0) = ticket_days.import_id and first_response_at is not null
  and (first_response_at < created_at or replied);

update ticket_record set
    state = 'resolved', resolution_known = false,
    resolved_at = case
        when resolved_at >= created_at then resolved_at
        when (resolved_at at time zone zone)::time = '00:00'
             and (resolved_at at time zone zone)::date = (created_at at time zone zone)::date then created_at end
from ticket_days
where coalesce(ticket_record.import_id, 0) = ticket_days.import_id and resolved_at is not null
  and (resolved_at < created_at or ticket_days.resolved
       or resolved_at = created_at and (resolved_at at time zone zone)::time = '00:00');

alter table ticket_record
    add column resolved boolean not null generated always as (
        case state when 'resolved' then true when 'open' then false else resolved_at is not null end) stored,
    add check (state is distinct from 'open' or resolved_at is null),
    add check (first_response_at >= created_at),
    add check (resolved_at >= created_at);
drop index ticket_open;
create index ticket_open on ticket_record (created_at) where current and not resolved;

create view ticket as select * from ticket_record where state is distinct from 'no-ticket';

-- Rows that were taken, though not all that they say: a note names the column and what it said.
alter table import_reject add column stored boolean not null default false;
alter table import_job add column notes bigint not null default 0;

update rollup_state set rebuild_state = 'requested'
where exists (select from day_refresh) and exists (select from ticket_record);
