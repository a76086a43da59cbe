-- When a team wants to look at a target again, and when it last did.
alter table target
    add column review_on   date,
    add column reviewed_at timestamptz,
    add column reviewed_by text;
