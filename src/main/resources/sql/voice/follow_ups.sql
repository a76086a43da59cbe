select fact.id, fact.at, %s as person, channel.name as channel, fact.survey_name as survey, fact.score,
       fact.score_class, fact.comment, coalesce(done.state, 'open') as state, done.owner,
       done.contacted_on::text as contacted_on, done.outcome, done.note,
       (select count(*) from purchase
        where purchase.person_id = fact.person_id and purchase.at > fact.at) as orders_after,
       (select count(*) from visitor join ticket on ticket.visitor_id = visitor.id
        where visitor.person_id = fact.person_id and ticket.current and ticket.created_at > fact.at)
           as tickets_after,
       (select later.score from survey_answer as later
        where later.person_id = fact.person_id and later.survey_id = fact.survey_id and later.at > fact.at
        order by later.at desc, later.id desc limit 1) as later_score,
       case when exists (select from paying_time as paying
                         where paying.person_id = fact.person_id and paying.started_at <= fact.at
                           and coalesce(paying.ended_at > fact.at, true))
            then not exists (select from paying_time as paying
                             where paying.person_id = fact.person_id
                               and coalesce(paying.ended_at > now(), true)) end as churned
