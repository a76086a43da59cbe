-- Whether a link was clicked after a page view of a session, and before the next of the same page. The argument is which link.
exists (
    select from event as click
    join visitor as whose on whose.id = click.visitor_id and whose.person_id = fact.person_id
    where click.kind = 3 and click.page_id = event.page_id and click.properties ->> 'link'%s
      and click.at >= event.at and click.at <= fact.ended_at
      and not exists (
          select from event as later
          join visitor as other on other.id = later.visitor_id and other.person_id = fact.person_id
          where later.kind = 1 and later.page_id = event.page_id and later.at <= click.at
            and (later.at, later.visitor_id, later.message_id) > (event.at, event.visitor_id, event.message_id))) as clicked
