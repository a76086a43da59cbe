-- Who is signed in, since when and seen when: for administrators, who may end it.
alter table token_state
    add column person     text not null default '',
    add column person_name text not null default '',
    add column renewed_at timestamptz not null default now();
