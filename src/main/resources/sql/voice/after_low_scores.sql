with asked as (select person_id, at from survey_answer where key = ? and person_id is not null),
theirs as (select visitor.id, asked.at from asked join visitor on visitor.person_id = asked.person_id)
select 'order' as kind, purchase.at, plain_key(purchase.order_key) as text, purchase.amount, null::int as score
from asked join purchase on purchase.person_id = asked.person_id and purchase.at > asked.at
union all
select 'ticket', ticket.created_at, coalesce(ticket.subject, ticket.issue_type, plain_key(ticket.key)), null, null
from theirs join ticket
    on ticket.visitor_id = theirs.id and ticket.current and ticket.created_at > theirs.at
union all
select 'score', answer.at, answer.survey_name, null, answer.score
from theirs join survey_answer as answer on answer.visitor_id = theirs.id and answer.at > theirs.at
union all
select 'ended', subscription.ended_at, coalesce(subscription.plan, plain_key(subscription.key)), null, null
from theirs join subscription
    on subscription.visitor_id = theirs.id and subscription.current and subscription.ended_at > theirs.at
    and subscription.ended_at <= now()
order by at desc
limit ?
