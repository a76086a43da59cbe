-- A telephone call; without answered_at nobody answered it.
create table call (
    id          bigint generated always as identity primary key,
    key         text not null,
    visitor_id  int,
    channel_id  smallint not null,
    started_at  timestamptz not null,
    answered_at timestamptz,
    ended_at    timestamptz,
    agent       text,
    import_id   int,
    source_id   int not null default 1,
    content     uuid not null,
    current     boolean not null default true,
    received_at timestamptz not null default now()
);
create unique index call_key on call (key) where current;
create index call_started on call (started_at) where current;
create index call_visitor on call (visitor_id) where current;
create index call_import on call (import_id);
