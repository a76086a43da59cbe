-- The response rate counts every answer, with a score or without: the days of answers that had none are counted again.
insert into dirty_day (family, day, marked)
select 'voice', day, nextval('rollup_mark')
from (select distinct (response.at at time zone settings.zone)::date as day
      from settings, response join survey on survey.id = response.survey_id
      where response.current
        and (response.score is null or response.score not between survey.scale_min and survey.scale_max)) as uncounted
order by day
on conflict (family, day) do update set marked = excluded.marked;
