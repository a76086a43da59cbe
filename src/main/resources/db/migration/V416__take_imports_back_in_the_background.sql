-- 'undoing' while the worker takes an import back. Which states and kinds there are stands in the code that uses them.
alter table import_job drop constraint import_job_state_check;
alter table import_job
    add constraint import_job_state_check check (state ~ '^[a-z]+$'),
    add column undo_share int not null default 0,         -- per cent
    add column undo_attempts int not null default 0;
drop index import_job_waiting;
create index import_job_waiting on import_job (id) where state in ('queued', 'running', 'storing', 'undoing');

alter table import_created drop constraint import_created_kind_check;
alter table import_created add constraint import_created_kind_check check (kind ~ '^[a-z_]+$');
create index import_created_ref on import_created (kind, ref);

-- Rows that an import brought as another had brought them before: they are its own when the other is taken back.
create table import_repeat (
    kind      text not null,                              -- the table
    ref       bigint not null,
    import_id int not null references import_job on delete cascade,
    primary key (kind, ref, import_id)
);
create index import_repeat_import on import_repeat (import_id);
create table event_repeat (
    visitor_id int not null,
    message_id uuid not null,
    import_id  int not null references import_job on delete cascade,
    primary key (visitor_id, message_id, import_id)
);
create index event_repeat_import on event_repeat (import_id);
