create table import_mapping (
    id         int generated always as identity primary key,
    name       text not null unique,
    target     text not null,
    mapping    jsonb not null,
    header     text not null default '',              -- the header it was made for, to suggest it again
    created_at timestamptz not null default now(),
    created_by text not null
);

create table import_job (
    id            int generated always as identity primary key,
    kind          text not null default 'csv' check (kind in ('csv', 'demo')),
    target        text,                               -- what its rows are: events, tickets ... null until mapped
    file_name     text not null,
    file_size     bigint not null default 0,
    file_path     text,                               -- where the upload waits; null when gone
    mapping       jsonb,
    state         text not null check (state in ('uploaded', 'queued', 'running', 'storing', 'done', 'failed', 'cancelled', 'undone')),
    bytes_read    bigint not null default 0,
    rows_read     bigint not null default 0,
    rows_stored   bigint not null default 0,
    rows_known    bigint not null default 0,
    rows_rejected bigint not null default 0,
    message       text,                               -- why it failed, in plain words
    created_at    timestamptz not null default now(),
    created_by    text not null,
    started_at    timestamptz,
    finished_at   timestamptz,
    undone_at     timestamptz,
    undone_by     text
);

create table import_reject (
    id          bigint generated always as identity primary key,
    import_id   int not null references import_job on delete cascade,
    file        text not null default '',             -- within an archive
    line        bigint not null,
    column_name text,
    value       text,
    reason      text not null,
    record      text                                  -- the row as it came
);
create index import_reject_import on import_reject (import_id, id);
