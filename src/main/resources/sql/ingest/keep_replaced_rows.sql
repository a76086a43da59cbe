-- arguments: the table, the fields of the former row, those of the fresh one, how many are kept
insert into import_replaced (import_id, line, key, former_id, changes)
select ?, s.line, plain_key(fresh.key), former.import_id, coalesce(told.changes, '{}')
from import_news n
join import_winner s on s.row = n.row
join %1$s former on former.id = n.old_id
join %1$s fresh on fresh.key = s.fact_key and fresh.current
cross join lateral (
    select jsonb_object_agg(before.key, jsonb_build_array(before.value, after.value)) as changes
    from jsonb_each_text(%2$s) before join jsonb_each_text(%3$s) after on after.key = before.key
    where before.value is distinct from after.value
) as told
where n.old_id is not null
order by n.row limit %4$d
