select concat_ws('/', (select string_agg(goal::text, '|' order by id) from goal),
    (select string_agg(feature::text, '|' order by id) from feature),
    (select string_agg(product_use::text, '|' order by id) from product_use),
    (select product_customers_only from settings))
