with view as (
    select hit.*, session.place as session, session.next, session.at as started, session.channel_id as by
    from naive_hit as hit
    join naive_session as session on session.person_id = hit.person_id and session.place <= hit.place
        and (session.next is null or hit.place < session.next)
    where hit.kind = 1
      and hit.page_id in (select page_id from event where kind = 3 and properties ->> 'link' is not null)),
of_place as (
    select exists (
        select from naive_hit as click
        where click.person_id = view.person_id and click.page_id = view.page_id and click.kind = 3
          and click.properties ->> 'link' is not null
          and click.place >= view.session and (view.next is null or click.place < view.next) and click.at >= view.at
          and not exists (
              select from view as later
              where later.session = view.session and later.person_id = view.person_id and later.page_id = view.page_id
                and later.place > view.place and later.at <= click.at)) as clicked
    from view, asked
    where started >= from_at and started < to_at
      and fits(view.person_id, (started at time zone zone)::date, by))
select 100.0 * count(*) filter (where clicked) / nullif(count(*), 0) from of_place

-- from its rows
select 100.0 * count(*) filter (where clicked) / nullif(count(*), 0) from rows
