-- Lines of a file that are none of its rows: titles, comments, totals, notes. Neither stored nor rejected.
alter table import_job add column lines_passed bigint not null default 0;

create table import_passed (
    id        bigint generated always as identity primary key,
    import_id int not null references import_job on delete cascade,
    file      text not null default '',               -- within an archive
    line      bigint not null,
    why       text not null,                          -- TITLE, HEADER, COMMENT, FOOTER, TOTAL, OTHER_TABLE
    record    text not null
);
create index import_passed_import on import_passed (import_id, id);
