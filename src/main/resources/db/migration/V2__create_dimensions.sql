-- Channels: one list for marketing and support alike. Id 0 never exists: sets use it for "all channels".
create table channel (
    id       smallint generated always as identity primary key,
    key      text not null unique check (key ~ '^[a-z0-9][a-z0-9_-]*$'),
    name     text not null,
    aliases  text[] not null default '{}',   -- other spellings met in files, lower case
    position int not null default 1000
);

-- Ordered rules that give a session its channel; the first that matches wins. Matches are on whole tokens.
create table channel_rule (
    id         int generated always as identity primary key,
    position   int not null,
    channel_id smallint not null references channel,
    -- conditions, all of which must hold; empty = not asked
    utm_sources    text[] not null default '{}',  -- utm_source is one of these
    utm_mediums    text[] not null default '{}',  -- utm_medium is one of these (whole tokens)
    utm_campaigns  text[] not null default '{}',
    referrer_hosts text[] not null default '{}',  -- referrer host equals or is a subdomain of one of these
    click_ids      text[] not null default '{}',  -- gclid, msclkid, fbclid ...
    referrer       text not null default 'any' check (referrer in ('any', 'none', 'some'))
);

-- Dictionary of how visits arrive: narrow events refer to it by number. The channel is derived from the rules
-- (or given outright by an import) and can be derived again.
create table traffic_source (
    id            int generated always as identity primary key,
    given_channel_id smallint references channel,   -- an import or SDK named the channel itself
    utm_source    text not null default '',
    utm_medium    text not null default '',
    utm_campaign  text not null default '',
    referrer_host text not null default '',
    click_id      text not null default '',         -- kind of click id, e.g. gclid
    channel_id    smallint not null references channel,
    unique nulls not distinct (given_channel_id, utm_source, utm_medium, utm_campaign, referrer_host, click_id)
);

create table event_name (
    id   int generated always as identity primary key,
    name text not null unique
);
create table page (
    id    int generated always as identity primary key,
    path  text not null unique,                      -- path without query string
    title text
);

-- People. Ids are dense integers: daily sets are bitmaps of them.
create table person (
    id          int generated always as identity primary key,
    external_id text unique,                         -- the customer number; null while anonymous
    name        text,
    email       text,
    created_at  timestamptz not null default now(),
    import_id   int
);

-- An identity as it came (a device's anonymous id, a customer number, an address); facts keep it for ever.
-- Which person it means may change: facts are never moved.
create table visitor (
    id         int generated always as identity primary key,
    key        text not null unique,                 -- 'u:<customer id>', 'a:<anonymous id>', 'e:<e-mail>'
    person_id  int not null references person,
    created_at timestamptz not null default now(),
    import_id  int
);
create index visitor_person on visitor (person_id);

-- Traits as they were learnt, append-only: from them comes the dated membership in segments.
create table person_trait (
    id         bigint generated always as identity primary key,
    visitor_id int not null,
    trait      text not null,                        -- e.g. plan, region, birth_year
    value      text not null,
    since      timestamptz not null default '-infinity', -- undated traits hold always
    import_id  int,
    unique (visitor_id, trait, since, value)
);
create index person_trait_trait on person_trait (trait, visitor_id);
create index person_trait_import on person_trait (import_id) where import_id is not null;

create table segment_group (
    id       int generated always as identity primary key,
    key      text not null unique check (key ~ '^[a-z0-9][a-z0-9_-]*$'),
    name     text not null,
    trait    text not null,                          -- the trait it is read from
    ranges   jsonb not null default '[]',            -- e.g. birth year -> generation: [{"value":"gen-z","name":"Generation Z","from":1997,"to":2013}] half-open; empty = the value itself
    position int not null default 1000
);
-- Every group has a value 'none' for people of whom nothing is known.
create table segment_value (
    id       int generated always as identity primary key,
    group_id int not null references segment_group on delete cascade,
    key      text not null,
    name     text not null,
    position int not null default 1000,
    unique (group_id, key)
);

-- Derived. A person's value in each group, by reporting day, half-open.
create table membership (
    person_id int not null,
    group_id  int not null,
    from_day  date not null,                         -- '-infinity' = always
    to_day    date not null,                         -- 'infinity' = still
    value_id  int not null,
    primary key (person_id, group_id, from_day)
);
create index membership_value on membership (value_id);

-- Derived. The tuple of a person's values over all groups, as a number. Id 1 is "nothing known".
create table signature (
    id     int generated always as identity primary key,
    value_ids int[] not null unique                     -- segment_value ids, sorted; without the 'none' values
);
insert into signature (value_ids) values ('{}');
create table person_signature (
    person_id    int not null,
    from_day     date not null,
    to_day       date not null,
    signature_id int not null,
    primary key (person_id, from_day)
);                                                    -- no row = signature 1
