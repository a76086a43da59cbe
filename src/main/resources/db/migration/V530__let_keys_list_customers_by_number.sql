-- A program that sends a segment's customers to a tool needs their numbers, not their names.
alter table api_key
    drop constraint api_key_scope_check,
    add constraint api_key_scope_check check (scope in ('read', 'read-ids', 'ingest'));
