-- The metrics that a person chose to see together, in the order in which they chose them. A key may be of a metric that is no
-- more: the page says so.
create table own_metric (
    person   text not null check (length(person) <= 500),
    metric   text not null check (length(metric) <= 100),
    place    int generated always as identity,
    added_at timestamptz not null default now(),
    primary key (person, metric)
);
