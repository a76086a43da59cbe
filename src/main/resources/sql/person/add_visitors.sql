-- a visitor, and a person, for every key that has none; the argument selects the keys
with fresh as materialized (
    select key from (%s) as given(key)
    where key is not null and not exists (select from visitor v where v.key = given.key)
    group by key
), claimed as materialized (
    select claim.address, min(claim.number) as number
    from fresh join address_claim claim on claim.address = fresh.key
    group by claim.address having min(claim.number) = max(claim.number)
), numbered as materialized (
    select key, is_known, is_joined,
           coalesce(known_id, nextval(pg_get_serial_sequence('person', 'id')))::int as person_id
    from (
        select key, p.id as known_id, p.id is not null as is_known,
               p.id is not null and claimed.address is not null as is_joined
        from fresh left join claimed on key = claimed.address
        left join person p
          on p.external_id = case when key like 'u:%%' then substr(key, 3) else claimed.number end
        order by key collate "C"
    ) as fresh_or_known
), people as (
    insert into person (id, external_id, email, import_id) overriding system value
    select person_id, case when key like 'u:%%' then substr(key, 3) end,
           case when key like 'e:%%' then substr(key, 3) end, ?::int
    from numbered where not is_known
)
insert into visitor (key, person_id, home_person_id, import_id)
select key, person_id, case when is_joined then 0 end, ?::int from numbered
