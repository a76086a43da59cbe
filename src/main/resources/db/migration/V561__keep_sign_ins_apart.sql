-- Sign-ins, sign-outs and refusals stand in the audit trail, but not among the changes of settings.
alter table audit_entry
    add column security boolean not null default false;
create index audit_entry_security on audit_entry (id) where security;
