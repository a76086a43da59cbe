-- Why a customer left or stopped as a person says it, beside what files say, and before it. It hangs on the key of an identity, as
-- labels hang on a mention's: an import that is taken back and comes again finds it. Rows are ended, never changed.
create table reason_stated (
    id          bigint generated always as identity primary key,
    visitor_key text not null,
    about       text not null check (about in ('left', 'stopped')),
    at          timestamptz not null,                -- the end of the day that was named
    reason      text not null,
    set_by      text not null,
    set_at      timestamptz not null,
    current     boolean not null default true
);
create unique index reason_stated_current on reason_stated (visitor_key, about, at) where current;
create trigger data_version after insert or update or delete or truncate on reason_stated
    for each statement execute function count_change('facts');

-- One reason that counts as another, by the letters of both (NameKey.loose).
create table reason_meaning (
    id        int generated always as identity primary key,
    said      text not null,
    said_key  text not null unique,
    means     text not null,
    means_key text not null,
    check (said_key <> means_key)
);
create trigger data_version after insert or update or delete or truncate on reason_meaning
    for each statement execute function count_change('facts');

-- Spellings of one reason become the one that came first: without case, accents, blanks and marks at the ends.
create function pg_temp.reason_key(reason text) returns text language sql immutable as $$
    select coalesce(nullif(regexp_replace(
        regexp_replace(normalize(lower(normalize(reason, nfkc)), nfd), '[\u0300-\u036f]', '', 'g'),
        '^[[:punct:][:space:]]+|[[:punct:][:space:]]+$', '', 'g'), ''), lower(btrim(reason)))
$$;
create temp table spelling on commit drop as
    select reason as name, pg_temp.reason_key(reason) as key, min(id) as first from (
        select reason, id from reason_given
        union all select reason, id from subscription where reason is not null) as given
    group by reason;
insert into known_name (kind, key, name)
select distinct on (key) 'reason', regexp_replace(key, '\s+', ' ', 'g'), name from spelling order by key, first
on conflict do nothing;
update reason_given set reason = known.name
from known_name as known where known.kind = 'reason' and known.key = pg_temp.reason_key(reason) and known.name <> reason;
update subscription set reason = known.name
from known_name as known where known.kind = 'reason' and known.key = pg_temp.reason_key(reason) and known.name <> reason;

-- Why people left or stopped, by whoever said it, as it counts.
drop view said_reason;
create view said_reason as
select told.person_id, told.about, told.at, coalesce(meaning.counted, told.reason) as reason, told.by_person, told.id as no
from (select visitor.person_id, given.about, given.given_at as at, given.reason, false as by_person, given.id
      from reason_given as given join visitor on visitor.id = given.visitor_id
      where given.current
      union all
      select visitor.person_id, 'left', ended.ended_at, ended.reason, false, ended.id
      from subscription as ended join visitor on visitor.id = ended.visitor_id
      where ended.current and ended.reason is not null and ended.ended_at is not null
      union all
      select visitor.person_id, said.about, said.at, said.reason, true, said.id
      from reason_stated as said join visitor on visitor.key = said.visitor_key
      where said.current) as told
left join (select spelt.name as said, coalesce(known.name, meant.means) as counted
           from reason_meaning as meant
           join known_name as spelt on spelt.kind = 'reason' and spelt.key = meant.said_key
           left join known_name as known on known.kind = 'reason' and known.key = meant.means_key) as meaning
    on meaning.said = told.reason;
