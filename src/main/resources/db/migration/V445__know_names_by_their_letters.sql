-- Other names under which files bring the answers of a survey.
alter table survey add column aliases text[] not null default '{}';

-- Channels were known by what is left of a name in an address. Files may have used that; where it is not the name, it stays
-- another spelling of the channel unless somebody else has it. What was put together that way before (two names of which
-- nothing else was left) stays one channel: which row meant which is not known any more.
update channel as mine
set aliases = aliases || mine.key
where mine.id > 20 and mine.key <> lower(mine.name) and not mine.key = any (mine.aliases) and mine.key not like 'x-%'
  and not exists (
      select from channel as other
      where other.id <> mine.id and (lower(other.name) = mine.key or mine.key = any (other.aliases)));
