-- arguments: the value, since when it holds, which of several rows counts, what is left out as known
with said as (
    select person, %1$s as value, %2$s as since, row from import_winner
    where person is not null and %1$s is not null
), last_said as (
    select distinct on (person, since) person, since, value, row from said
    order by person, since, row %3$s
), news as (
    select person, since, value, row, lag(value) over (partition by person order by since) as before
    from last_said
), learnt as materialized (
    select v.id as visitor_id, t.value, t.since from news t join visitor v on v.key = t.person
    where t.before is distinct from t.value
), repeated as (
    insert into import_repeat (kind, ref, import_id)
    select 'person_trait', k.id, ?::int from learnt t
    join person_trait k on k.visitor_id = t.visitor_id and k.trait = ? and k.value = t.value and k.since = t.since
    where k.import_id <> ?::int on conflict do nothing
), added as (
    insert into person_trait (visitor_id, trait, value, since, import_id)
    select visitor_id, ?, value, since, ?::int from learnt t %4$s
    order by visitor_id, since
    on conflict do nothing returning visitor_id
)
insert into import_touched select distinct visitor_id from added
