-- Which team took a call, and what it was about.
alter table call
    add column team       text,
    add column issue_type text;
