-- To what the product of a line belongs.
alter table order_line add column category text;

-- What is given back, of which product: as the row that says so names it.
alter table refund
    add column product  text,
    add column category text;

-- The lines that an order is made of, with what each adds to it.
create view ordered_line as
    select order_line.*,
           amount + case when revenue_with_shipping then coalesce(shipping, 0) else 0 end
               + case when revenue_with_tax then coalesce(tax, 0) else 0 end as spent
    from order_line cross join settings
    where current and cancelled_at is null and not refund;

-- Products are known by their letters, as campaigns are: the spelling that came first is kept.
create or replace function pg_temp.name_key(name text) returns text language sql immutable as $$
    select btrim(regexp_replace(
        normalize(casefold(normalize(name, nfkc) collate pg_unicode_fast), nfkc), '\s+', ' ', 'g'))
$$;
create temp table spelling on commit drop as
    select product as name, pg_temp.name_key(product) as key, min(id) as first from order_line
    where btrim(product) <> '' group by product;

insert into known_name (kind, key, name)
select distinct on (key) 'product', key, name from spelling where key <> '' order by key, first;

update order_line set product = known_name.name
from spelling join known_name on known_name.kind = 'product' and known_name.key = spelling.key
where order_line.product = spelling.name and spelling.name <> known_name.name;

-- Page views and events may name them, too: few do.
create index event_product on event ((properties ->> 'product')) where properties ->> 'product' is not null;
create index event_category on event ((properties ->> 'category')) where properties ->> 'category' is not null;

-- What was given back is made again, with its product.
insert into dirty_day (family, day, marked)
select 'revenue', day, nextval('rollup_mark') from (select distinct day from refund) as concerned
order by day
on conflict (family, day) do update set marked = excluded.marked, marked_at = now();
