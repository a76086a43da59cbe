-- How often people clicked on what a post links to.
alter table post add column clicks bigint not null default 0;

-- How much each thing that people do with a post weighs in its engagement. Clicks are none of it unless somebody says so.
alter table settings
    add column weight_likes    numeric(5, 2) not null default 1 check (weight_likes between 0 and 100),
    add column weight_shares   numeric(5, 2) not null default 1 check (weight_shares between 0 and 100),
    add column weight_comments numeric(5, 2) not null default 1 check (weight_comments between 0 and 100),
    add column weight_saves    numeric(5, 2) not null default 1 check (weight_saves between 0 and 100),
    add column weight_clicks   numeric(5, 2) not null default 0 check (weight_clicks between 0 and 100);
