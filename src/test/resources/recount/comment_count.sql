select count(*)
from asked, response
join survey on survey.id = survey_id
left join visitor on visitor.id = visitor_id
where current and at >= from_at and at < to_at and comment <> ''
  and fits(visitor.person_id, (at at time zone zone)::date, channel_id)
  and (options ->> 'survey' is null or survey.key = options ->> 'survey')

-- from its rows
select count(*) from rows
