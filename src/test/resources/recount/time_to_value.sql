with signed as (
    select distinct on (hit.person_id) hit.person_id, hit.place, hit.at as signed_at
    from naive_hit as hit
    join event_name as name on name.id = hit.name_id
    join settings on name.name = sign_up_event
    order by hit.person_id, hit.place),
newcomer as (
    select signed.*
    from asked cross join signed
    join naive_session as visit on visit.person_id = signed.person_id and visit.place <= signed.place
        and (visit.next is null or signed.place < visit.next)
    where visit.at >= from_at and visit.at < to_at
      and fits(visit.person_id, (visit.at at time zone zone)::date, visit.channel_id)),
waited as (
    select signed_at, (
               select min(hit.at) from naive_hit as hit join event_name as name on name.id = hit.name_id
               where hit.person_id = newcomer.person_id and hit.at >= signed_at
                 and (hit.at > signed_at or name.name <> sign_up_event)
                 and case when first_week_event is null then name.name in (select event_name from feature)
                          else name.name = first_week_event end) as value_at
    from newcomer, settings)
select kaplan_meier(array_agg(round(extract(epoch from coalesce(value_at, now()) - signed_at) * 1000)),
                    array_agg(value_at is not null), 0.5) / 1000
from waited

-- from its rows
select kaplan_meier(array_agg(round(seconds * 1000)), array_agg(value_at is not null), 0.5) / 1000 from rows
