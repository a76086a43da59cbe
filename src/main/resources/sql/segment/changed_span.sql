-- from when to when the segments of those who changed differ: only then does anything count otherwise
with kept as (
    select person_id, from_day, to_day, signature_id from person_signature join changed_person using (person_id)
), fresh as (
    select person_id, from_day, to_day, signature_id from fresh_signature join changed_person using (person_id)
), bound as (
    select person_id, from_day as day from kept union select person_id, to_day from kept
    union select person_id, from_day from fresh union select person_id, to_day from fresh
), span as (
    select person_id, day, lead(day, 1, 'infinity') over (partition by person_id order by day) as next_day from bound
)
select nullif(min(span.day), '-infinity'), nullif(max(span.next_day), 'infinity')
from span
left join kept on kept.person_id = span.person_id and kept.from_day <= span.day and kept.to_day > span.day
left join fresh on fresh.person_id = span.person_id and fresh.from_day <= span.day and fresh.to_day > span.day
where kept.signature_id is distinct from fresh.signature_id
