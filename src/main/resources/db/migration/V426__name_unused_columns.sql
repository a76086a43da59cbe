-- The columns of the file that nothing was taken from, one a line: named in the report as on the mapping page.
alter table import_job add column unused_columns text;
