-- How many e-mails were opened: null where nothing was said. Of e-mail, what tools call impressions are those opened.
alter table campaign_day add column opens bigint check (opens >= 0);

-- Of how many messages it is known that they were opened.
create function messages_opened(channel_key text, impressions bigint, opens bigint) returns bigint
    language sql immutable parallel safe
    return coalesce(opens, case when channel_key = 'email' then impressions end);

-- What clicks are divided by: messages delivered for e-mail, or where nothing is said of these, messages opened; elsewhere
-- impressions, or what was delivered where there are none (SMS, push).
create function exposures(channel_key text, impressions bigint, delivered bigint, opens bigint) returns bigint
    language sql immutable parallel safe
    return case when channel_key = 'email' then coalesce(nullif(delivered, 0), messages_opened(channel_key, impressions, opens))
                when impressions = 0 then delivered
                else impressions end;

-- E-mail without a number of messages delivered had nothing to divide clicks by.
insert into dirty_day (family, day, marked)
select 'campaign', day, nextval('rollup_mark')
from (select distinct day from campaign_day where current) as concerned
order by day
on conflict (family, day) do update set marked = excluded.marked, marked_at = now();
