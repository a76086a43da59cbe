-- Who bought what: lines of orders that name it. The argument is the column.
, fact as (
    select 1 as bucket, purchase.channel_id, purchase.person_id, purchase.day, line.%1$s as item
    from bucket
    join purchase on purchase.at >= bucket.from_at and purchase.at < bucket.to_at
    join ordered_line as line on line.order_key = purchase.order_key and line.%1$s <> ''
    where purchase.person_id is not null
