-- arguments: the visitors, then name, address and beginning where nobody has taught them
with concerned as materialized (
    select distinct person_id from visitor where id in (%1$s)
), theirs as materialized (
    select v.id, v.person_id, v.key, v.created_at from concerned c join visitor v on v.person_id = c.person_id
), learnt as materialized (
    select person_id, max(value) filter (where trait = '$name') as name,
           max(value) filter (where trait = '$email') as email,
           max(value) filter (where trait = '$since') as since
    from (
        select distinct on (v.person_id, t.trait) v.person_id, t.trait, t.value
        from theirs v join person_trait t on t.visitor_id = v.id
        where t.trait in ('$name', '$email', '$since')
        order by v.person_id, t.trait, t.id desc
    ) as last_said group by person_id
), addressed as materialized (
    select person_id, min(substr(key, 3)) filter (where key like 'e:%%') as email,
           min(created_at) as created_at from theirs group by person_id
)
update person p set
    name = coalesce(l.name, %2$s),
    email = coalesce(l.email, %3$s, a.email),
    created_at = coalesce(l.since::timestamptz, %4$s)
from concerned c
left join learnt l on l.person_id = c.person_id left join addressed a on a.person_id = c.person_id
where c.person_id = p.id
