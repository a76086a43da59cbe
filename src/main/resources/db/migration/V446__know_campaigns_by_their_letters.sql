-- Names that facts carry and figures are told apart by, as they were written first: other spellings of the same letters are
-- stored as this one. The key is what two spellings have in common.
create table known_name (
    kind      text not null,                         -- as in by=part:campaign
    key       text not null,
    name      text not null,
    import_id int,                                   -- that brought it
    primary key (kind, key)
);

create function pg_temp.name_key(name text) returns text language sql immutable as $$
    select btrim(regexp_replace(
        normalize(casefold(normalize(name, nfkc) collate pg_unicode_fast), nfkc), '\s+', ' ', 'g'))
$$;

-- Rows that are known by names are so by their letters. Where two would be one row, they stay two, as they have been counted.
create temp table rekeyed on commit drop as
    select id, pg_temp.name_key(key) as key from campaign_day
    where current and starts_with(key, campaign || '|' || variant || '|') and key like '%|' || day;
delete from rekeyed where key in (select key from rekeyed group by key having count(*) > 1);
update campaign_day set key = rekeyed.key from rekeyed
where rekeyed.id = campaign_day.id and campaign_day.key <> rekeyed.key
  and not exists (select from campaign_day as other where other.key = rekeyed.key and other.current);
update subscription set key = visitor.key || '|' || pg_temp.name_key(plan) || '|' || split_part(subscription.key, '|', -1)
from visitor
where visitor.id = visitor_id and plan <> pg_temp.name_key(plan) and subscription.current
  and subscription.key = visitor.key || '|' || plan || '|' || split_part(subscription.key, '|', -1)
  and not exists (
      select from subscription as other
      where other.current and other.id <> subscription.id
        and pg_temp.name_key(other.key) = pg_temp.name_key(subscription.key));

-- Answers and invitations say in their key of which survey they are.
create temp table resurveyed on commit drop as
    select E'\x1f' || lower(normalize(btrim(name))) || E'\x1f' as was, E'\x1f' || pg_temp.name_key(name) || E'\x1f' as now
    from survey where lower(normalize(btrim(name))) <> pg_temp.name_key(name);
update response set key = replace(key, was, now) from resurveyed where position(was in key) > 0;
update invitation set key = replace(key, was, now) from resurveyed where position(was in key) > 0;
update follow_up set response_key = replace(response_key, was, now) from resurveyed where position(was in response_key) > 0;

create temp table spelling on commit drop as
    select 'campaign' as kind, campaign as name, 1 as rank, min(id) as first from campaign_day group by campaign
    union all select 'campaign', utm_campaign, 2, min(id) from traffic_source group by utm_campaign
    union all select 'campaign', campaign, 3, min(id) from order_line group by campaign
    union all select 'variant', variant, 1, min(id) from campaign_day group by variant
    union all select 'issue-type', issue_type, 1, min(id) from ticket group by issue_type
    union all select 'network', network, 1, min(id) from post group by network
    union all select 'network', network, 2, min(id) from mention group by network
    union all select 'brand', brand, 1, min(id) from mention group by brand
    union all select 'topic', topic, 1, min(id) from mention group by topic
    union all select 'topic', topic, 2, min(id) from response group by topic
    union all select 'topic', value, 3, min(id) from mention_label where field = 'topic' group by value;

insert into known_name (kind, key, name)
select distinct on (kind, key) kind, key, name
from (select kind, pg_temp.name_key(name) as key, name, rank, first from spelling where btrim(name) <> '') as spelt
order by kind, key, rank, first;

-- Spellings that are another name than the one kept.
create temp table renamed on commit drop as
select distinct spelling.kind, spelling.name as was, known_name.name as now
from spelling
join known_name on known_name.kind = spelling.kind and known_name.key = pg_temp.name_key(spelling.name)
where btrim(spelling.name) <> '' and spelling.name <> known_name.name;

update campaign_day set campaign = now from renamed where kind = 'campaign' and campaign = was;
update campaign_day set variant = now from renamed where kind = 'variant' and variant = was;
update order_line set campaign = now from renamed where kind = 'campaign' and campaign = was;
update ticket set issue_type = now from renamed where kind = 'issue-type' and issue_type = was;
update post set network = now from renamed where kind = 'network' and network = was;
update mention set network = now from renamed where kind = 'network' and network = was;
update mention set brand = now from renamed where kind = 'brand' and brand = was;
update mention set topic = now from renamed where kind = 'topic' and topic = was;
update response set topic = now from renamed where kind = 'topic' and topic = was;
update mention_label set value = now from renamed where kind = 'topic' and field = 'topic' and value = was;

-- Ways of arriving that are one now: the oldest stands for all.
create temp table source_same on commit drop as
select id, first_value(id) over (
           partition by given_channel_id, utm_source, utm_medium, coalesce(now, utm_campaign), referrer_host, click_id
           order by (now is not null)::int, id) as kept
from traffic_source left join renamed on kind = 'campaign' and was = utm_campaign;
delete from source_same where id = kept;
update event set source_id = kept from source_same where source_id = source_same.id and exists (select from source_same);
update session set source_id = kept from source_same where source_id = source_same.id and exists (select from source_same);
delete from import_created where kind = 'traffic_source' and ref in (select id from source_same);
delete from traffic_source where id in (select id from source_same);
update traffic_source set utm_campaign = now from renamed where kind = 'campaign' and utm_campaign = was;

-- What an order counts for may be another visit now.
insert into dirty_day (family, day, marked)
select 'revenue', day, nextval('rollup_mark')
from (select distinct day from purchase where exists (select from renamed where kind = 'campaign')) as concerned
order by day
on conflict (family, day) do update set marked = excluded.marked, marked_at = now();
