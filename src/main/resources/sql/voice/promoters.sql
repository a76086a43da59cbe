select fact.id, fact.at, %s as person, channel.name as channel, fact.survey_name as survey, fact.score, fact.comment, fact.topic,
       coalesce(done.state, 'open') as state, done.owner, done.outcome,
       (select count(*) from purchase where purchase.person_id = fact.person_id) as orders,
       (select count(*) from visitor join ticket on ticket.visitor_id = visitor.id
        where visitor.person_id = fact.person_id and ticket.current and not ticket.resolved) as open_tickets
from (select distinct on (person_id) * from survey_answer
      where kind = 'nps' and score_class is not null and person_id is not null
        and at >= ?::timestamptz and at < ?::timestamptz and (? = '' or survey_key = ?)
      order by person_id, at desc, id desc) as fact
join channel on channel.id = fact.channel_id
left join person on person.id = fact.person_id
left join follow_up as done on done.response_key = fact.key
