create temp table moving on commit drop as
with mine as materialized (
    select v.* from concerned join visitor v using (id)
), claimed as materialized (
    select claim.address, min(claim.number) as number
    from mine join address_claim claim on claim.address = mine.key
    group by claim.address having min(claim.number) = max(claim.number)
), identified as materialized (
    select distinct on (said.visitor_id) said.visitor_id, known.person_id
    from mine join identification said on said.visitor_id = mine.id
    join visitor known on known.id = said.known_visitor_id
    order by said.visitor_id, said.id
)
select mine.id as visitor_id, mine.key, mine.import_id, mine.person_id as former, mine.home_person_id as home,
       coalesce(customer.id, identified.person_id) is not null as joined,
       coalesce(customer.id, identified.person_id,
                case when mine.home_person_id is null then mine.person_id
                     when mine.home_person_id > 0 then mine.home_person_id end) as towards
from mine
left join claimed on mine.key = claimed.address
left join person customer on customer.external_id = claimed.number
left join identified on identified.visitor_id = mine.id
