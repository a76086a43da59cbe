-- Who turned out to be whom, so that undoing an import can take it back. Append-only; the newest is in force.
create table identification (
    id               bigint generated always as identity primary key,
    visitor_id       int not null,
    former_person_id int not null,
    person_id        int not null,
    at               timestamptz not null default now(),
    import_id        int
);
create index identification_visitor on identification (visitor_id, id);
create index identification_import on identification (import_id) where import_id is not null;
