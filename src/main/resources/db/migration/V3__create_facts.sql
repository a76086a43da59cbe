-- Facts are append-only and idempotent. Event is keyed by what the sender calls it: first wins.
-- The other facts may come again with news (a ticket is solved): each version is a row, the newest is `current`;
-- undoing an import makes the version before it current again.
create table event (
    visitor_id     int not null,
    message_id     uuid not null,
    at             timestamptz not null,
    kind           smallint not null,                -- 1 page view, 2 screen, 3 tracked event
    name_id        int not null,
    page_id        int,
    source_id      int,                              -- traffic_source; null = nothing said
    scroll_percent smallint,
    visible_ms     int,
    import_id      int,
    received_at    timestamptz not null default now(),
    properties     jsonb,
    primary key (visitor_id, message_id)
);
create index event_at on event (at, visitor_id);
create index event_visitor_at on event (visitor_id, at);
create index event_import on event (import_id) where import_id is not null;

create table goal (
    id           int generated always as identity primary key,
    key          text not null unique check (key ~ '^[a-z0-9][a-z0-9_-]*$'),
    name         text not null,
    event_name   text,                               -- either an event name
    page_pattern text,                               -- or a page path, * for anything
    position     int not null default 1000,
    check ((event_name is null) <> (page_pattern is null))
);

create table survey (
    id             int generated always as identity primary key,
    key            text not null unique,
    name           text not null,
    kind           text not null check (kind in ('nps', 'csat', 'ces', 'rating')),
    scale_min      int not null,
    scale_max      int not null,
    lower_is_better boolean not null default false,   -- CES: 1 = very easy
    -- NPS asked otherwise, or good/bad surveys: score -> promoter / passive / detractor, or good / bad
    score_classes  jsonb not null default '{}',       -- {"5":"promoter","4":"passive","3":"detractor"}; empty = the standard rule of the kind
    question       text not null default '',
    import_id      int
);

create table invitation (
    id         bigint generated always as identity primary key,
    key        text not null,
    survey_id  int not null,
    visitor_id int,
    channel_id smallint not null,
    at         timestamptz not null,
    import_id  int,
    content    uuid not null,
    current    boolean not null default true,
    received_at timestamptz not null default now()
);
create unique index invitation_key on invitation (key) where current;
create index invitation_at on invitation (at) where current;
create index invitation_import on invitation (import_id);

create table response (
    id         bigint generated always as identity primary key,
    key        text not null,
    survey_id  int not null,
    visitor_id int,
    channel_id smallint not null,
    at         timestamptz not null,
    score      int,                                   -- null: unanswered, dismissed or "don't know"
    comment    text,
    topic      text,
    sentiment  smallint,                              -- -1, 0, 1
    import_id  int,
    content    uuid not null,
    current    boolean not null default true,
    received_at timestamptz not null default now()
);
create unique index response_key on response (key) where current;
create index response_at on response (at) where current;
create index response_import on response (import_id);

create table ticket (
    id                bigint generated always as identity primary key,
    key               text not null,
    visitor_id        int,
    channel_id        smallint not null,
    issue_type        text,
    priority          text,
    subject           text,
    assignee          text,
    created_at        timestamptz not null,
    first_response_at timestamptz,
    resolved_at       timestamptz,
    reopened          int not null default 0,         -- how often
    import_id         int,
    content           uuid not null,
    current           boolean not null default true,
    received_at       timestamptz not null default now()
);
create unique index ticket_key on ticket (key) where current;
create index ticket_created on ticket (created_at) where current;
create index ticket_resolved on ticket (resolved_at) where current and resolved_at is not null;
create index ticket_import on ticket (import_id);

-- A line of an order; an order is its lines with one order_key, and happens when its first line does.
create table order_line (
    id           bigint generated always as identity primary key,
    key          text not null,
    order_key    text not null,
    visitor_id   int not null,
    channel_id   smallint not null,
    at           timestamptz not null,
    product      text,
    quantity     numeric(18, 6) not null default 1,
    amount       numeric(18, 6) not null,             -- of the line, in the reporting currency
    cancelled_at timestamptz,
    campaign     text,
    import_id    int,
    content      uuid not null,
    current      boolean not null default true,
    received_at  timestamptz not null default now()
);
create unique index order_line_key on order_line (key) where current;
create index order_line_at on order_line (at) where current;
create index order_line_order on order_line (order_key) where current;
create index order_line_visitor on order_line (visitor_id) where current;
create index order_line_import on order_line (import_id);

create table subscription (
    id         bigint generated always as identity primary key,
    key        text not null,
    visitor_id int not null,
    channel_id smallint not null,
    plan       text,
    amount     numeric(18, 6) not null,               -- recurring revenue a month
    started_at timestamptz not null,
    ended_at   timestamptz,                           -- null = running
    import_id  int,
    content    uuid not null,
    current    boolean not null default true,
    received_at timestamptz not null default now(),
    check (ended_at is null or ended_at >= started_at)
);
create unique index subscription_key on subscription (key) where current;
create index subscription_span on subscription (started_at, ended_at) where current;
create index subscription_import on subscription (import_id);

create table campaign_day (
    id          bigint generated always as identity primary key,
    key         text not null,
    campaign    text not null,
    variant     text not null default '',
    channel_id  smallint not null,
    day         date not null,
    spend       numeric(18, 6) not null default 0,
    impressions bigint not null default 0,
    clicks      bigint not null default 0,
    delivered   bigint not null default 0,
    followers   bigint,
    import_id   int,
    content     uuid not null,
    current     boolean not null default true,
    received_at timestamptz not null default now()
);
create unique index campaign_day_key on campaign_day (key) where current;
create index campaign_day_day on campaign_day (day) where current;
create index campaign_day_import on campaign_day (import_id);

create table post (
    id          bigint generated always as identity primary key,
    key         text not null,
    channel_id  smallint not null,
    network     text not null,
    at          timestamptz not null,
    text        text,
    impressions bigint not null default 0,
    likes       bigint not null default 0,
    shares      bigint not null default 0,
    comments    bigint not null default 0,
    saves       bigint not null default 0,
    import_id   int,
    content     uuid not null,
    current     boolean not null default true,
    received_at timestamptz not null default now()
);
create unique index post_key on post (key) where current;
create index post_at on post (at) where current;
create index post_import on post (import_id);

create table mention (
    id             bigint generated always as identity primary key,
    key            text not null,
    visitor_id     int,
    channel_id     smallint not null,
    network        text not null,
    brand          text,
    topic          text,
    at             timestamptz not null,
    text           text,
    sentiment      smallint,                          -- -1, 0, 1
    frustrated     boolean,
    technical      boolean,                           -- technical (true) or account-specific (false)
    article_helps  boolean,
    needs_reply    boolean,
    labelled_by    text,                              -- 'import', 'machine:<name>' or a person
    import_id      int,
    content        uuid not null,
    current        boolean not null default true,
    received_at    timestamptz not null default now()
);
create unique index mention_key on mention (key) where current;
create index mention_at on mention (at) where current;
create index mention_import on mention (import_id);
