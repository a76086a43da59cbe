-- The ticket that somebody answers about, as its helpdesk numbers it, and the product or feature.
alter table response
    add column ticket  text,
    add column feature text;

-- Tickets are found by that number.
create index ticket_plain_key on ticket_record (plain_key(key)) where current;
