select 100.0 * count(*) filter (where follow_up.state in ('contacted', 'closed')) / nullif(count(*), 0)
from asked, response
join survey on survey.id = survey_id
left join visitor on visitor.id = visitor_id
left join follow_up on response_key = response.key
where current and at >= from_at and at < to_at
  and fits(visitor.person_id, (at at time zone zone)::date, channel_id)
  and (options ->> 'survey' is null or survey.key = options ->> 'survey')
  and (survey.key = 'n' and score between 0 and 6 or survey.key = 'n5' and score in (2, 3)
       or survey.key in ('c', 'r') and score in (1, 2) or survey.key = 'g' and score = 0
       or survey.key = 'e' and score in (6, 7))

-- from its rows
select 100.0 * count(*) filter (where state <> 'open') / nullif(count(*), 0) from rows
