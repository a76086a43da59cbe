select visitor.person_id, 3 as kind, feature.id as item, {day of event.at} as day, 1 as amount
from feature
join event_name on event_name.name = feature.event_name
join event on event.name_id = event_name.id
join visitor on visitor.id = event.visitor_id
where {about event.at}
