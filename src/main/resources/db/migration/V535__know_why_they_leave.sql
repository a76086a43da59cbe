-- Why a subscription ended, as its row says.
alter table subscription add column reason text;

-- Why somebody left, or stopped on the way to an order, as an exit survey or an agent wrote it down; beside what
-- subscriptions say.
create table reason_given (
    id          bigint generated always as identity primary key,
    key         text not null,
    visitor_id  int not null,
    channel_id  smallint not null,
    given_at    timestamptz not null,
    about       text not null check (about in ('left', 'stopped')),
    reason      text not null,
    comment     text,
    import_id   int,
    source_id   int not null default 1,
    content     uuid not null,
    current     boolean not null default true,
    received_at timestamptz not null default now()
);
create unique index reason_given_key on reason_given (key) where current;
create index reason_given_at on reason_given (given_at) where current;
create index reason_given_visitor on reason_given (visitor_id) where current;
create index reason_given_import on reason_given (import_id);
create trigger data_version after insert or update or delete or truncate on reason_given
    for each statement execute function count_change('facts');

-- Why people left, by whoever said it.
create view leaving_reason as
select visitor.person_id, given.at, given.reason
from (select visitor_id, given_at as at, reason from reason_given where current and about = 'left'
      union all
      select visitor_id, ended_at, reason from subscription
      where current and reason is not null and ended_at is not null) as given
join visitor on visitor.id = given.visitor_id;
