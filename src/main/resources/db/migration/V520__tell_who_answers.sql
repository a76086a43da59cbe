-- Which team has a ticket; and whether agents may be named at all.
alter table ticket_record add column team text;
create or replace view ticket as select * from ticket_record where state is distinct from 'no-ticket';

alter table settings add column agents_hidden boolean not null default false;

-- What is kept of tickets names their agents.
create trigger data_version_agents after update on settings for each row
    when (old.agents_hidden is distinct from new.agents_hidden)
    execute function count_change('support');

-- Names of agents and priorities are known by their letters, as those of issue types are: the spelling that came first is kept.
create or replace function pg_temp.name_key(name text) returns text language sql immutable as $$
    select btrim(regexp_replace(
        normalize(casefold(normalize(name, nfkc) collate pg_unicode_fast), nfkc), '\s+', ' ', 'g'))
$$;
create temp table spelling on commit drop as
    select 'agent' as kind, assignee as name, 1 as rank, min(id) as first from ticket_record group by assignee
    union all select 'agent', agent, 2, min(id) from call group by agent
    union all select 'priority', priority, 1, min(id) from ticket_record group by priority;

insert into known_name (kind, key, name)
select distinct on (kind, key) kind, key, name
from (select kind, pg_temp.name_key(name) as key, name, rank, first from spelling where btrim(name) <> '') as spelt
order by kind, key, rank, first;

create temp table renamed on commit drop as
select distinct spelling.kind, spelling.name as was, known_name.name as now
from spelling
join known_name on known_name.kind = spelling.kind and known_name.key = pg_temp.name_key(spelling.name)
where btrim(spelling.name) <> '' and spelling.name <> known_name.name;

update ticket_record set assignee = now from renamed where kind = 'agent' and assignee = was;
update ticket_record set priority = now from renamed where kind = 'priority' and priority = was;
update call set agent = now from renamed where kind = 'agent' and agent = was;

-- First replies are counted on their day.
insert into dirty_day (family, day, marked)
select 'support', day, nextval('rollup_mark')
from (select distinct (first_response_at at time zone settings.zone)::date as day
      from settings, ticket_record where current and first_response_at is not null) as concerned
order by day
on conflict (family, day) do update set marked = excluded.marked, marked_at = now();
