-- Which days an import's facts are of, to look at them; and the last mark of the days that they made dirty: while such a day
-- waits, the import is stored and its figures are not there yet.
alter table import_job
    add column first_day date,
    add column last_day date,
    add column counted_mark bigint;
