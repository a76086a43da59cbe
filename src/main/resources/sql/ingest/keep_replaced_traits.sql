-- values that took the place of others in earlier imports; the argument is how many are kept
with fresh as materialized (
    select said.id, said.visitor_id, said.trait, said.value, w.line, w.person
    from import_winner w join visitor v on v.key = w.person
    join person_trait said on said.visitor_id = v.id and said.import_id = ?
), former as materialized (
    select distinct on (fresh.id) fresh.id, t.value, t.import_id
    from fresh join person_trait t
      on t.visitor_id = fresh.visitor_id and t.trait = fresh.trait and t.id < fresh.id
    order by fresh.id, t.since desc, t.id desc
)
insert into import_replaced (import_id, line, key, former_id, changes)
select ?, fresh.line, substr(fresh.person, 3), max(former.import_id),
       jsonb_object_agg(ltrim(fresh.trait, '$'), jsonb_build_array(former.value, fresh.value))
from fresh join former using (id)
where former.value <> fresh.value and former.import_id is distinct from ?::int
group by fresh.line, fresh.person order by fresh.line limit %d
