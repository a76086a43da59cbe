-- A goal may be to arrive: by a campaign whose name is like a pattern, or in a channel.
alter table goal add column campaign_pattern text, add column channel_key text;
alter table goal drop constraint goal_check;
alter table goal add constraint goal_kind check (num_nonnulls(event_name, page_pattern, campaign_pattern, channel_key) = 1);

-- Names are equal whatever their case; * stands for anything.
create function name_is_like(name text, pattern text) returns boolean language sql immutable parallel safe
    return lower(name) like replace(replace(replace(replace(lower(pattern), '\', '\\'), '%', '\%'), '_', '\_'), '*', '%');
