-- The ticket that somebody answers about, as its helpdesk numbers it, and the product or feature.
alter table response
    add column ticket  text,
    add column feature text;

-- Answers with a text are counted on their day.
insert into dirty_day (family, day, marked)
select 'voice', day, nextval('rollup_mark')
from (select distinct (at at time zone settings.zone)::date as day
      from settings, response where current and comment <> '') as concerned
order by day
on conflict (family, day) do update set marked = excluded.marked, marked_at = now();

-- Tickets are found by that number.
create index ticket_plain_key on ticket_record (plain_key(key)) where current;
