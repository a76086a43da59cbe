-- The steps that customers are hoped to take, in order. A visit, an order and a ticket are facts of their own; a page is a
-- view of one like the pattern (* for anything), an event is one of that name.
create table journey_step (
    id       int generated always as identity primary key,
    position int not null,
    name     text not null check (name <> ''),
    kind     text not null check (kind in ('visit', 'page', 'event', 'order', 'ticket')),
    pattern  text,
    check ((kind in ('page', 'event')) = (pattern is not null))
);
insert into journey_step (position, name, kind, pattern) values
    (10, 'Visit', 'visit', null),
    (20, 'Product view', 'event', 'product_view'),
    (30, 'Cart', 'event', 'add_to_cart'),
    (40, 'Purchase', 'order', null),
    (50, 'Support contact', 'ticket', null),
    (60, 'Purchase again', 'order', null);

-- All steps must be taken within so many days of the first.
alter table settings add column journey_window_days int not null default 30 check (journey_window_days between 1 and 365);
