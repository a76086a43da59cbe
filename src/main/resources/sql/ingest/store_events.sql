-- the argument is the part of a row: part by part, each in order of visitors
insert into event (visitor_id, message_id, at, kind, name_id, page_id, source_id, scroll_percent,
                   visible_ms, import_id, properties)
select visitor_id, message, at, kind, name_id, page_id, source_id, scroll::smallint, visible_ms, ?::int, properties
from (
    select v.id as visitor_id, e.message, e.f_at as at, e.kind, n.id as name_id, p.id as page_id,
           w.id as source_id, e.scroll, e.visible_ms, e.f_properties as properties, %s as part
    from import_event e
    join import_visitor v on v.no = e.person_no
    join import_name_id n on n.no = e.name_no
    left join import_page_id p on p.no = e.page_no
    left join import_way_id w on w.no = e.way_no
) as ready
order by (part::bigint << 32) + visitor_id
on conflict (visitor_id, message_id) do nothing
