-- How the parts of a customer's health weigh: for everybody, and for customers of single segments (by their keys).
create table health_weights (
    id            int generated always as identity primary key,
    segment_group text,                                  -- null = everybody who is in none with weights of its own
    segment_value text,
    recency       int not null check (recency between 0 and 100),
    frequency     int not null check (frequency between 0 and 100),
    breadth       int not null check (breadth between 0 and 100),
    survey        int not null check (survey between 0 and 100),
    tickets       int not null check (tickets between 0 and 100),
    payment       int not null check (payment between 0 and 100),
    check ((segment_group is null) = (segment_value is null)),
    check (recency + frequency + breadth + survey + tickets + payment > 0),
    unique nulls not distinct (segment_group, segment_value)
);
insert into health_weights (recency, frequency, breadth, survey, tickets, payment) values (25, 20, 15, 15, 10, 15);
