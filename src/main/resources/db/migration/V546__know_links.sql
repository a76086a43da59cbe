-- Clicks of links and buttons: which pages have them, and who clicked when.
create index event_link on event (page_id, at)
    where kind = 3 and page_id is not null and properties ->> 'link' is not null;
