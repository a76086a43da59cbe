-- What the product can do, told by the event that says it was used.
create table feature (
    id          int generated always as identity primary key,
    key         text not null unique check (key ~ '^[a-z0-9][a-z0-9_-]*$'),
    name        text not null,
    event_name  text not null unique,
    released_on date                                    -- null = before anything was recorded
);

-- Customers begin with this event; null = when they are first seen under their customer number.
alter table settings add column sign_up_event text default 'sign_up';
-- What shows that a new customer has arrived: an event's name (null = doing anything) on so many of the first seven days.
alter table settings add column first_week_event text;
alter table settings add column first_week_days int not null default 2 check (first_week_days between 1 and 7);

-- How the pages of a session were read, of its page views that say so: by page, the events are asked.
alter table session
    add column visible_ms bigint not null default 0,
    add column timed_views int not null default 0,
    add column scroll_percent bigint not null default 0,
    add column scrolled_views int not null default 0;

-- How long pages were visible, and how far they were scrolled is counted from now on: also for the days
-- that have been counted already.
update rollup_state set rebuild_state = 'requested' where exists (select from day_refresh);
