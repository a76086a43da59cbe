-- Whether PostgreSQL's own tables say the same of the reporting zone: then it may write moments by itself.
alter table zone_rules add column as_postgres boolean not null default true;
-- Checked with the next start.
update zone_rules set version = '' where version <> '';
