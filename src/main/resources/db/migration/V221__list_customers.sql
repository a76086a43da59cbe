-- Derived. What the list of customers is sorted by, of everybody who is known by a number, a name or an address, or who
-- ordered, subscribed or asked for help. Written by a worker whenever figures have moved.
create table customer_state (
    person_id    int primary key,
    value        numeric(24, 6) not null,               -- orders and months of subscriptions so far
    orders       int not null,
    last_at      timestamptz not null,                  -- last visit, order, ticket or answer; -infinity = never
    tickets      int not null,
    last_score   int not null,                          -- newest answer, 0 to 100 on its scale; -1 = none
    health       int not null,                          -- tenths; -1 = no customer now
    signature_id int not null                           -- segments of the day it was written
);
create index customer_state_value on customer_state (value, person_id);
create index customer_state_orders on customer_state (orders, person_id);
create index customer_state_last_at on customer_state (last_at, person_id);
create index customer_state_tickets on customer_state (tickets, person_id);
create index customer_state_last_score on customer_state (last_score, person_id);
create index customer_state_health on customer_state (health, person_id);

-- What it was made of, and when.
create table customer_state_made (
    id      int primary key default 1 check (id = 1),
    of      text not null default '',
    at      timestamptz
);
insert into customer_state_made (id) values (1);

create index subscription_visitor on subscription (visitor_id) where current;
