-- Of the surveys of the kind that share the scale with the most answers; of one survey, where one is named.
with asking as (
    select survey.*, (select count(*) from response where current and survey_id = survey.id
                      and score between scale_min and scale_max) as answers
    from survey, asked
    where kind = 'nps' and (options ->> 'survey' is null or key = options ->> 'survey')),
scale as (
    select scale_min, scale_max, lower_is_better from asking
    group by 1, 2, 3 order by sum(answers) desc limit 1)
select count(*)
from asked, scale, response
join asking as survey on survey.id = survey_id
left join visitor on visitor.id = visitor_id
where current and at >= from_at and at < to_at and score between survey.scale_min and survey.scale_max
  and (survey.scale_min, survey.scale_max, survey.lower_is_better) = (scale.scale_min, scale.scale_max, scale.lower_is_better)
  and fits(visitor.person_id, (at at time zone zone)::date, channel_id)

-- from its rows
select count(*) from rows
