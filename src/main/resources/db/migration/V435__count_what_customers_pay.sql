-- What an order brings is what its customer pays for goods: lines less discounts less what was given back, when it was given back.
alter table order_line
    add column refund      boolean not null default false,  -- a row that gives money back; its amount is below zero
    add column refunded    numeric(18, 6),                  -- what was given back of the order, where its own row says so
    add column refunded_at timestamptz,                     -- when; null = with the line
    add column shipping    numeric(18, 6),                  -- beside the amount
    add column tax         numeric(18, 6),                  -- beside the amount
    add column currency    text,                            -- as the row says; null = nothing said, the reporting currency
    add column original    numeric(18, 6),                  -- the amount in that currency
    add column rate        numeric(24, 12);                 -- by which it was converted; null = it was not
create index order_line_refunded on order_line (refunded_at) where current and refunded_at is not null;

alter table purchase add column refunded numeric(24, 6) not null default 0;  -- of its goods, up to all of it

-- Derived. What was given back, at its time, of the channel and the person of the order; of its own where no order is known.
create table refund (
    order_key  text not null,
    visitor_id int not null,
    person_id  int not null,
    channel_id smallint not null,
    at         timestamptz not null,
    day        date not null,
    amount     numeric(24, 6) not null
);
create index refund_order on refund (order_key);
create index refund_at on refund (at);
create index refund_day on refund (day);
create index refund_person on refund (person_id, at);

-- What an order brings leaves these out unless somebody wants them in.
alter table settings
    add column revenue_with_shipping boolean not null default false,
    add column revenue_with_tax      boolean not null default false;

-- An order of nothing is no order.
insert into dirty_day (family, day, marked)
select 'revenue', day, nextval('rollup_mark') from (select distinct day from purchase where amount <= 0) as days order by day
on conflict (family, day) do update set marked = excluded.marked, marked_at = now();
