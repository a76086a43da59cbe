-- How many words a page has, so that how long it is read can be held against how long that usually takes.
create table page_length (
    page  text primary key check (length(page) <= 2000),   -- as pages are shown
    words int not null check (words between 1 and 1000000)
);
