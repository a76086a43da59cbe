-- Answers to surveys: responses with a score on the survey's scale, each with what it counts as (promoter, passive,
-- detractor; good, bad): the survey's own mapping, else the standard rule of its kind. The same rule as in the
-- contribution to the daily cells, for reading the rows behind a figure.
create view survey_answer as
select response.at, response.channel_id, response.survey_id, response.visitor_id, visitor.person_id, response.score,
       response.comment, response.topic, response.sentiment, survey.key as survey_key, survey.name as survey_name,
       survey.kind,
       case when survey.kind not in ('nps', 'csat') then null
            when survey.score_classes <> '{}' then survey.score_classes ->> response.score::text
            when survey.kind = 'nps' then
                case when response.score >= 9 then 'promoter' when response.score >= 7 then 'passive' else 'detractor' end
            when survey.lower_is_better then
                case when response.score < survey.scale_min + least(2, survey.scale_max - survey.scale_min)
                    then 'good' else 'bad' end
            else
                case when response.score > survey.scale_max - least(2, survey.scale_max - survey.scale_min)
                    then 'good' else 'bad' end
       end as score_class
from response
join survey on survey.id = response.survey_id and response.score between survey.scale_min and survey.scale_max
left join visitor on visitor.id = response.visitor_id
where response.current;
