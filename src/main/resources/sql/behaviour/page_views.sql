select event.at, %s as person, channel.name as channel, page.shown as page,
       event.visible_ms / 1000.0 as seconds, event.scroll_percent as scroll,
       event.page_id is not distinct from fact.exit_page_id and not exists (
           select from event as later
           join visitor as whose on whose.id = later.visitor_id and whose.person_id = fact.person_id
           where later.kind = 1 and later.page_id is not distinct from fact.exit_page_id
             and later.at <= fact.ended_at
             and (later.at, later.visitor_id, later.message_id)
                 > (event.at, event.visitor_id, event.message_id)) as exited%s
from session as fact
join visitor on visitor.person_id = fact.person_id
join event on event.visitor_id = visitor.id and event.kind = 1
    and event.at >= fact.started_at and event.at <= fact.ended_at
join channel on channel.id = fact.channel_id
left join person on person.id = fact.person_id
left join page on page.id = event.page_id
