-- One row: how the whole installation reports.
create table settings (
    id                int primary key default 1 check (id = 1),
    zone              text not null default 'UTC',          -- reporting time zone, an IANA name
    week_start        int not null default 1 check (week_start between 1 and 7), -- ISO: 1 = Monday
    currency          text not null default 'EUR',          -- ISO 4217; all money is kept in it
    customer_rule     text not null default 'auto' check (customer_rule in ('auto', 'subscription', 'orders')),
    churn_window_days int not null default 90 check (churn_window_days between 1 and 3650),
    default_goal_id   int,
    updated_at        timestamptz not null default now()
);
insert into settings (id) values (1);

create table api_key (
    id           int generated always as identity primary key,
    name         text not null,
    prefix       text not null,              -- first characters, to recognise a key by
    hash         text not null unique,       -- SHA-256 of the key, hex; the key itself is shown once
    scope        text not null check (scope in ('read', 'ingest')),
    created_at   timestamptz not null default now(),
    created_by   text not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

-- OIDC tokens of signed-in people; the cookie holds a random id, of which only the hash is kept.
create table token_state (
    id_hash       text primary key,
    subject       text,
    session_id    text,                      -- Keycloak's sid, for back-channel logout
    id_token      text,
    access_token  text,
    refresh_token text,
    scope         text,
    access_expires_in bigint,
    expires_at    timestamptz not null,
    created_at    timestamptz not null default now()
);
create index token_state_session on token_state (session_id);
create index token_state_subject on token_state (subject);
create index token_state_expiry on token_state (expires_at);

create table audit_entry (
    id     bigint generated always as identity primary key,
    at     timestamptz not null default now(),
    who    text not null,
    action text not null,
    detail text not null default ''
);
