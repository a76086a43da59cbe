with signed as (
    select distinct on (hit.person_id) hit.person_id, hit.place
    from naive_hit as hit
    join event_name as name on name.id = hit.name_id
    join settings on name.name = sign_up_event
    order by hit.person_id, hit.place),
newcomer as (
    select visit.person_id, visit.at, (visit.at at time zone zone)::date as day
    from asked cross join signed
    join naive_session as visit on visit.person_id = signed.person_id and visit.place <= signed.place
        and (visit.next is null or signed.place < visit.next)
    where visit.at >= from_at and visit.at < to_at
      and fits(visit.person_id, (visit.at at time zone zone)::date, visit.channel_id)),
seen as (
    select newcomer.person_id, count(distinct (hit.at at time zone asked.zone)::date) as days
    from asked cross join newcomer
    join naive_hit as hit on hit.person_id = newcomer.person_id and hit.at >= newcomer.at
    where (hit.at at time zone asked.zone)::date - newcomer.day < 7
    group by newcomer.person_id)
select 100.0 * count(*) filter (where days = 1) / nullif(count(*), 0) from seen

-- from its rows
select 100.0 * count(*) filter (where dropped_off) / nullif(count(*), 0) from rows
