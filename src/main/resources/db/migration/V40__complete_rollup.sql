-- In which zone the derived days were cut: when it is not the settings' any more, all is rebuilt.
alter table rollup_state add column zone text;

create index session_started on session (started_at);

-- Days are recomputed whole, so they are found by day.
create index cell_day on cell (day);
create index cell_total_day on cell_total (day);
create index cell_marginal_day on cell_marginal (day);
create index day_set_day on day_set (day);
create index cell_month_day on cell_month (day);
create index cell_total_month_day on cell_total_month (day);
create index cell_marginal_month_day on cell_marginal_month (day);
create index month_set_day on month_set (day);

-- Derived. An order: its lines that are not cancelled, happening when the first of them does.
create table purchase (
    order_key  text primary key,
    visitor_id int not null,                          -- of its first line, as is the channel
    person_id  int not null,
    channel_id smallint not null,
    at         timestamptz not null,
    last_at    timestamptz not null,                  -- of its last line
    day        date not null,
    amount     numeric(24, 6) not null
);
create index purchase_at on purchase (at);
create index purchase_day on purchase (day);
create index purchase_person on purchase (person_id, at);

-- Derived. Surveys that keep their invitations: only their answers count in the response rate.
create table invited_survey (
    survey_id int primary key
);

-- When a person's identity or segments change, their facts are looked for.
create index invitation_visitor on invitation (visitor_id) where current;
create index response_visitor on response (visitor_id) where current;
create index response_survey on response (survey_id) where current;
create index invitation_survey on invitation (survey_id) where current;
create index ticket_visitor on ticket (visitor_id) where current;
