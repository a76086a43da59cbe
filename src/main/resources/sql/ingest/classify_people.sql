-- rows of the file beside what was said last of each trait, side by side: looked up one by one they would cost the square
with known as materialized (
    select distinct v.id from import_winner w join visitor v on v.key = w.person
), said as materialized (
    select visitor_id, %s from (
        select distinct on (t.visitor_id, t.trait) t.visitor_id, t.trait, t.value
        from known join person_trait t on t.visitor_id = known.id
        order by t.visitor_id, t.trait, t.since desc, t.id desc
    ) as last_said group by visitor_id
)
select count(*) filter (where v.id is null),
       count(*) filter (where v.id is not null and (%s))
from import_winner w left join visitor v on v.key = w.person
left join said s on s.visitor_id = v.id
