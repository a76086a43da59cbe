contact as (
    select visitor.person_id, coalesce(ticket.issue_type, '') as issue_type, ticket.created_at as at, ticket.id,
           ticket.channel_id,
           coalesce(ticket.created_at - lag(ticket.created_at) over same > make_interval(hours => ?), true) as begins
    from ticket join visitor on visitor.id = ticket.visitor_id
    where ticket.current and visitor.person_id is not null
      and ticket.created_at >= ?::timestamptz - make_interval(hours => ?) and ticket.created_at <= ?::timestamptz
    window same as (
        partition by visitor.person_id, coalesce(ticket.issue_type, '') order by ticket.created_at, ticket.id)),
numbered as (
    select contact.*,
           count(*) filter (where begins) over (partition by person_id, issue_type order by at, id) as problem
    from contact),
problem as (
    select person_id, issue_type, min(at) as at, max(at) as last_at, (array_agg(channel_id order by at, id))[1] as channel_id,
           count(*) as contacts
    from numbered group by person_id, issue_type, problem)
