-- A rebuild makes everything derived again in tables of the same names in this schema, step by step, and then takes the
-- place of the old ones, which wait in the other to be dropped.
create schema rollup_next;
create schema rollup_old;

create table rebuild_step (
    step    text primary key,
    stage   int not null,                             -- all of a stage may run at once, before all of the next
    goals   text,                                     -- the goals as the step saw them
    done_at timestamptz
);
-- Marks that the facts a rebuild reads include.
create table rebuild_seen (
    family text not null,
    day    date not null,
    marked bigint not null,
    primary key (family, day)
);
-- Days refreshed in the old tables meanwhile: the new ones may have been made before.
create table rebuild_redo (
    family text not null,
    day    date not null,
    primary key (family, day)
);
-- idle, requested, running, checking; the steps belong to this zone and this way of counting
alter table rollup_state add column rebuild_key text;

-- Whether a session of an earlier day reaches into a day: few last that long.
create index session_long on session (ended_at) where ended_at - started_at >= interval '23 hours';

-- Today's rows are updated again and again: room beside them, so that no index has to follow.
alter table session set (fillfactor = 90);
alter table cell set (fillfactor = 90);
alter table cell_total set (fillfactor = 80);
alter table cell_marginal set (fillfactor = 85);
alter table cell_month set (fillfactor = 85);
alter table cell_total_month set (fillfactor = 80);
alter table cell_marginal_month set (fillfactor = 80);
alter table day_set set (fillfactor = 85);
alter table month_set set (fillfactor = 80);
