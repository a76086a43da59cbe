-- How often a job was begun: one that brings the server down is not begun for ever.
alter table import_job add column attempts int not null default 0;
-- Rows the mapping's filter left out; they are neither stored nor rejected.
alter table import_job add column rows_left_out bigint not null default 0;
alter table import_job add column mapping_name text;
create index import_job_waiting on import_job (id) where state in ('queued', 'running', 'storing');

-- Entries of the dictionaries that an import made, to be taken away with it when nobody else uses them.
create table import_created (
    import_id int not null references import_job on delete cascade,
    kind      text not null check (kind in ('traffic_source', 'event_name', 'page', 'segment_group')),
    ref       int not null,
    primary key (import_id, kind, ref)
);
