-- A fact belongs to a source: the tool and account it comes from. Two sources may call different things by the same number.
create table source (
    id         int generated always as identity primary key,
    key        text not null unique,                  -- its name, trimmed and in lower case: by what it is recognised
    name       text not null,
    import_id  int,                                   -- that first named it
    created_at timestamptz not null default now()
);
-- What was stored before belongs to one of its own, and so does what does not come from a file.
insert into source (key, name) values ('earlier imports', 'Earlier imports');

alter table invitation add column source_id int not null default 1;
alter table response add column source_id int not null default 1;
alter table ticket add column source_id int not null default 1;
alter table order_line add column source_id int not null default 1;
alter table subscription add column source_id int not null default 1;
alter table campaign_day add column source_id int not null default 1;
alter table post add column source_id int not null default 1;
alter table mention add column source_id int not null default 1;

-- The key of a fact is what its file calls it and, after a separator that no file can hold, its source (nothing for the
-- earlier imports): so whatever refers to a fact by its key, such as a follow-up or a label, means one source's.
create function plain_key(key text) returns text
    language sql immutable parallel safe
    return split_part(key, E'\x1f', 1);

-- An answer and an invitation are known by their survey and time as well: one respondent answers several, or again.
-- All versions of one take the name of the one in force.
create temp table renamed as
select response.key,
       response.key || E'\x1f' || lower(normalize(btrim(survey.name))) || E'\x1f'
           || (extract(epoch from response.at) * 1000000)::bigint as to_key
from response join survey on survey.id = response.survey_id where response.current;
update response set key = renamed.to_key from renamed where renamed.key = response.key;
update follow_up set response_key = renamed.to_key from renamed where renamed.key = follow_up.response_key;
drop table renamed;

create temp table renamed as
select invitation.key,
       invitation.key || E'\x1f' || lower(normalize(btrim(survey.name))) || E'\x1f'
           || (extract(epoch from invitation.at) * 1000000)::bigint as to_key
from invitation join survey on survey.id = invitation.survey_id where invitation.current;
update invitation set key = renamed.to_key from renamed where renamed.key = invitation.key;
drop table renamed;

-- A subscription without a number of its own was known by its customer alone; now by its plan and start too.
create temp table renamed as
select subscription.key,
       visitor.key || '|' || coalesce(subscription.plan, '') || '|'
           || (extract(epoch from subscription.started_at) * 1000000)::bigint as to_key
from subscription join visitor on visitor.id = subscription.visitor_id
where subscription.current and visitor.key in ('u:' || subscription.key, 'e:' || subscription.key);
update subscription set key = renamed.to_key from renamed where renamed.key = subscription.key;
drop table renamed;

-- What became of the rows of a file, told apart.
alter table import_job
    add column source_id     int,
    add column rows_replaced bigint not null default 0,   -- put in place of a row of an earlier import
    add column rows_kept     bigint not null default 0,   -- said something else, but the first that came counts
    add column rows_repeated bigint not null default 0,   -- gave way to another row of the same file
    add column rows_added    bigint not null default 0;   -- added up with another row of the same file

create table import_replaced (
    id        bigint generated always as identity primary key,
    import_id int not null references import_job on delete cascade,
    line      bigint not null,
    key       text not null,
    former_id int,                                    -- the import whose row it was; null = none
    changes   jsonb not null                          -- {"amount": [before, after]}
);
create index import_replaced_import on import_replaced (import_id, id);
