-- Everything here is derived from facts and can be dropped and rebuilt.

-- Sessions by the 30-minute rule over a person's events.
create table session (
    visitor_id   int not null,                        -- of its first event
    started_at   timestamptz not null,
    ended_at     timestamptz not null,                -- last event
    person_id    int not null,
    day          date not null,                       -- reporting day in which it starts
    channel_id   smallint not null,
    source_id    int,
    page_views   int not null,
    events       int not null,
    entry_page_id int,
    exit_page_id int,
    primary key (visitor_id, started_at)
);
create index session_day on session (day, channel_id);
create index session_person on session (person_id, started_at);

-- Derived. When a person did something for the first time ever (1 = session, 2 = order).
create table person_first (
    kind       smallint not null,
    person_id  int not null,
    at         timestamptz not null,
    day        date not null,
    channel_id smallint not null,
    primary key (kind, person_id)
);
create index person_first_day on person_first (kind, day);

-- Daily cells: sums of measures (see Measure) by day x channel x segment signature, its totals and its marginals.
-- Money is kept in millionths, durations in milliseconds, so that sums are exact integers.
create table cell (
    measure      smallint not null,
    item         int not null,                        -- survey, goal ... or 0
    day          date not null,
    channel_id   smallint not null,
    signature_id int not null,
    value        bigint not null,
    primary key (measure, item, day, channel_id, signature_id)
);
create table cell_total (
    measure    smallint not null,
    item       int not null,
    day        date not null,
    channel_id smallint not null,
    value      bigint not null,
    primary key (measure, item, day, channel_id)
);
create table cell_marginal (
    measure          smallint not null,
    item             int not null,
    segment_value_id int not null,
    day              date not null,
    channel_id       smallint not null,
    value            bigint not null,
    primary key (measure, item, segment_value_id, day, channel_id)
);
-- The same by calendar month (month = its first day).
create table cell_month (like cell including all);
create table cell_total_month (like cell_total including all);
create table cell_marginal_month (like cell_marginal including all);

-- Daily sets: who contributed to a measure, as Roaring bitmaps of person ids. One per day x channel
-- (segment_value_id 0) and one per day x segment value (channel_id 0), one for all (0, 0).
create table day_set (
    measure          smallint not null,
    item             int not null,
    day              date not null,
    channel_id       smallint not null,
    segment_value_id int not null,
    cardinality      int not null,
    members          bytea not null,
    primary key (measure, item, channel_id, segment_value_id, day)
);
alter table day_set alter column members set storage external;
create table month_set (like day_set including all);

-- Days whose facts changed, by family of facts; the rollup recomputes a dirty day whole.
create table dirty_day (
    family    text not null,
    day       date not null,
    marked    bigint not null,                        -- from rollup_mark: a day marked again while it is being computed stays dirty
    marked_at timestamptz not null default now(),
    primary key (family, day)
);
create sequence rollup_mark;

create table rollup_state (
    id           int primary key default 1 check (id = 1),
    version      bigint not null default 0,           -- grows with every refresh: a key for caches
    refreshed_at timestamptz,
    rebuild_state text not null default 'idle',
    rebuild_done int not null default 0,
    rebuild_total int not null default 0
);
insert into rollup_state (id) values (1);
-- When a day's figures last changed after they had first been computed.
create table day_refresh (
    family       text not null,
    day          date not null,
    first_at     timestamptz not null,
    refreshed_at timestamptz not null,
    primary key (family, day)
);
