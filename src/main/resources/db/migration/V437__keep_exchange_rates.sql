-- What one unit of a currency was worth in the reporting currency from a day on.
create table exchange_rate (
    day      date not null,
    currency text not null,
    rate     numeric(24, 12) not null check (rate > 0),
    primary key (currency, day)
);

alter table campaign_day
    add column currency text,                               -- as the row says; null = nothing said, the reporting currency
    add column original numeric(18, 6),                     -- what was spent, in that currency
    add column rate     numeric(24, 12);                    -- by which it was converted; null = it was not
