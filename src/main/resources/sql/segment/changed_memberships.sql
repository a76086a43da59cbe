create temp table changed_person on commit drop as
select person_id from (
    (select m.* from membership m join refresh_person using (person_id)
     except select person_id, group_id, from_day, to_day, value_id from fresh_membership)
    union all
    (select person_id, group_id, from_day, to_day, value_id from fresh_membership
     except select m.* from membership m join refresh_person using (person_id))
) as differing_membership
union
select person_id from (
    (select s.* from person_signature s join refresh_person using (person_id)
     except select * from fresh_signature)
    union all
    (select * from fresh_signature
     except select s.* from person_signature s join refresh_person using (person_id))
) as differing_signature
