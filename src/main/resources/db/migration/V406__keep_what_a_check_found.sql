-- What became, or would have become, of the rows of a file whose import was held back by questions.
alter table import_job add column checked jsonb;
