-- What happened in the world while figures moved: launches, outages, campaigns. Shown on every chart in range.
create table annotation (
    id         int generated always as identity primary key,
    kind       text not null check (kind in ('launch', 'outage', 'campaign', 'other')),
    title      text not null check (title <> ''),
    first_day  date not null,
    last_day   date not null check (last_day >= first_day),
    channel_id smallint references channel,              -- null = all channels
    created_by text not null,
    created_at timestamptz not null default now()
);
create index annotation_days on annotation (first_day, last_day);
