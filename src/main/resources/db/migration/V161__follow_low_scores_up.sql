-- Answers to surveys, as before; now also by which response, and whether the score is so low that somebody should look after
-- the customer: a detractor, or a score in the lowest quarter of its scale (1 and 2 of 5), the top quarter where lower is
-- better (6 and 7 of 7 for effort). A survey that says itself what its scores count as is taken at its word.
create or replace view survey_answer as
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
       end as score_class,
       response.id, response.key,
       case when survey.score_classes <> '{}'
                then coalesce(survey.score_classes ->> response.score::text, '') in ('detractor', 'bad')
            when survey.kind = 'nps' then response.score <= 6
            when survey.lower_is_better
                then 4 * (survey.scale_max - response.score) <= survey.scale_max - survey.scale_min
            else 4 * (response.score - survey.scale_min) <= survey.scale_max - survey.scale_min
       end as is_low
from response
join survey on survey.id = response.survey_id and response.score between survey.scale_min and survey.scale_max
left join visitor on visitor.id = response.visitor_id
where response.current;
-- What has been done about a low score. By the response's key, which stays when the response comes again or its import is
-- undone and repeated. No row: nobody has done anything yet.
create table follow_up (
    id           int generated always as identity primary key,
    response_key text not null unique,
    state        text not null default 'open' check (state in ('open', 'contacted', 'closed')),
    owner        text,
    contacted_on date,
    outcome      text check (outcome in ('solved', 'explained', 'unreachable', 'lost')),
    note         text,
    changed_by   text not null,
    changed_at   timestamptz not null,
    check (state <> 'closed' or outcome is not null),
    check (state <> 'contacted' or contacted_on is not null)
);
create index follow_up_changed on follow_up (changed_at);
