-- Campaigns may say how many conversions their variants had.
alter table campaign_day add column conversions bigint not null default 0;

-- What a person in the product says of a mention. Append-only, one row per saying; it belongs to the mention's key, so that
-- a newer version of the mention keeps it. The newest is `current`; without a value it was taken back.
create table mention_label (
    id          bigint generated always as identity primary key,
    mention_key text not null,
    field       text not null check (field in
                    ('sentiment', 'frustrated', 'technical', 'article_helps', 'needs_reply', 'topic')),
    value       text,
    set_by      text not null,
    set_at      timestamptz not null,
    current     boolean not null default true
);
create unique index mention_label_current on mention_label (mention_key, field) where current;
create index mention_label_set on mention_label (set_by, id);

-- Mentions as they are counted: what a person says goes before what an import or a machine says.
create view labelled_mention as
select mention.id, mention.key, mention.visitor_id, mention.channel_id, mention.network, mention.brand, mention.at,
       mention.text, mention.labelled_by, mention.received_at, mention.import_id,
       coalesce(said.topic, mention.topic) as topic,
       coalesce(said.sentiment::smallint, mention.sentiment) as sentiment,
       coalesce(said.frustrated::boolean, mention.frustrated) as frustrated,
       coalesce(said.technical::boolean, mention.technical) as technical,
       coalesce(said.article_helps::boolean, mention.article_helps) as article_helps,
       coalesce(said.needs_reply::boolean, mention.needs_reply) as needs_reply
from mention
left join lateral (
    select max(value) filter (where field = 'topic') as topic,
           max(value) filter (where field = 'sentiment') as sentiment,
           max(value) filter (where field = 'frustrated') as frustrated,
           max(value) filter (where field = 'technical') as technical,
           max(value) filter (where field = 'article_helps') as article_helps,
           max(value) filter (where field = 'needs_reply') as needs_reply
    from mention_label where mention_label.mention_key = mention.key and mention_label.current
) as said on true
where mention.current;

create index mention_visitor on mention (visitor_id) where current;

-- They have not been counted so far.
insert into dirty_day (family, day, marked)
select family, day, nextval('rollup_mark')
from (select 'campaign' as family, day from campaign_day where current
      union select 'attribution', day from purchase
      union select 'social', (at at time zone zone)::date from settings, post where current
      union select 'social', (at at time zone zone)::date from settings, mention where current) as uncounted
order by 1, 2;
