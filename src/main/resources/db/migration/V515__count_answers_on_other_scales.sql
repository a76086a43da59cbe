-- Answers in words, and NPS on other scales than 0 to 10. A survey knows the place on its scale of each word that was given;
-- a response keeps the word, so that the place can be changed afterwards.
alter table survey add column words jsonb not null default '{}';   -- {"very much": 5, "not at all": 1}: words as they are compared
alter table response add column given text;                        -- the word that was given; null: a number

create function answer_place(words jsonb, given text, score int) returns int language sql immutable parallel safe as $$
    select coalesce((words ->> given)::int, score)
$$;

-- What a score counts as where its survey does not say it otherwise. The place is counted from the bad end of the scale.
--   nps: two points: promoter, detractor; up to seven: the best is a promoter, the next one a passive, the rest detractors;
--        else as of ten: from 9 on promoters, from 7 on passives; a scale from 1 is counted as one from 0 (1-10: 9-10, 7-8, 1-6)
--   csat: the top two are satisfied; of two or three points only the best
create function standard_score_class(of_kind text, lowest int, highest int, lower_is_better boolean, score int)
returns text language sql immutable parallel safe as $$
    select case
        when of_kind = 'nps' then
            case when highest - lowest = 1 then
                     case when (score = highest) <> lower_is_better then 'promoter' else 'detractor' end
                 when highest - lowest <= 6 then
                     case when case when lower_is_better then score - lowest else highest - score end = 0 then 'promoter'
                          when case when lower_is_better then score - lowest else highest - score end = 1 then 'passive'
                          else 'detractor' end
                 when 10 * case when lower_is_better then score - lowest else highest - score end
                      <= highest - lowest + (lowest = 1)::int then 'promoter'
                 when 10 * case when lower_is_better then score - lowest else highest - score end
                      <= 3 * (highest - lowest + (lowest = 1)::int) then 'passive'
                 else 'detractor' end
        when of_kind = 'csat' then
            case when case when lower_is_better then score - lowest else highest - score end
                      < case when highest - lowest <= 2 then 1 else 2 end then 'good' else 'bad' end
        end
$$;

-- Answers to surveys, as before: each with its place on the scale and what it counts as, the one place where that is said.
create or replace view survey_answer as
select response.at, response.channel_id, response.survey_id, response.visitor_id, visitor.person_id, placed.score,
       response.comment, response.topic, response.sentiment, survey.key as survey_key, survey.name as survey_name,
       survey.kind,
       case when survey.kind not in ('nps', 'csat') then null
            when survey.score_classes <> '{}' then survey.score_classes ->> placed.score::text
            else standard_score_class(
                survey.kind, survey.scale_min, survey.scale_max, survey.lower_is_better, placed.score)
       end as score_class,
       response.id, response.key,
       case when survey.score_classes <> '{}'
                then coalesce(survey.score_classes ->> placed.score::text, '') in ('detractor', 'bad')
            when survey.kind = 'nps'
                then standard_score_class(
                         survey.kind, survey.scale_min, survey.scale_max, survey.lower_is_better, placed.score)
                     = 'detractor'
            when survey.lower_is_better
                then 4 * (survey.scale_max - placed.score) <= survey.scale_max - survey.scale_min
            else 4 * (placed.score - survey.scale_min) <= survey.scale_max - survey.scale_min
       end as is_low,
       response.given
from response
join survey on survey.id = response.survey_id
cross join lateral (select answer_place(survey.words, response.given, response.score) as score) as placed
left join visitor on visitor.id = response.visitor_id
where response.current and placed.score between survey.scale_min and survey.scale_max;

-- Surveys that now count otherwise: NPS on other scales than up to 10, and satisfaction asked on three points.
insert into dirty_day (family, day, marked)
select 'voice', day, nextval('rollup_mark')
from (select distinct (response.at at time zone settings.zone)::date as day
      from settings, response join survey on survey.id = response.survey_id
      where response.current and survey.score_classes = '{}'
        and (survey.kind = 'nps' and (survey.scale_max <> 10 or survey.scale_min not in (0, 1) or survey.lower_is_better)
             or survey.kind = 'csat' and survey.scale_max - survey.scale_min = 2)) as recounted
order by day
on conflict (family, day) do update set marked = excluded.marked;
