-- Which addresses rows have named beside a customer number, and in which import. Whom an address means is derived: the customer,
-- while one number claims it; nobody else, while several do. So the order of imports does not matter, and one that is taken
-- back takes its word along.
create table address_claim (
    email     text not null,                             -- stripped, lower case
    number    text not null,
    import_id int,
    unique nulls not distinct (email, number, import_id)
);
create index address_claim_number on address_claim (number);
create index address_claim_import on address_claim (import_id);

insert into address_claim (email, number, import_id)
select distinct lower(btrim(said.value)), substr(visitor.key, 3), said.import_id
from person_trait as said join visitor on visitor.id = said.visitor_id
where said.trait = '$email' and visitor.key like 'u:%' and btrim(said.value) <> '';

-- Whom a visitor would mean if nobody had said more of it: null = person_id, 0 = a person yet to be made.
alter table visitor add column home_person_id int;
update visitor set home_person_id = first.former_person_id
from (select distinct on (visitor_id) visitor_id, former_person_id from identification order by visitor_id, id) as first
where first.visitor_id = visitor.id and first.former_person_id <> visitor.person_id;

-- Whose a device is, as each import says it, also when another has said so before.
alter table identification
    add column known_visitor_id int,
    add column seen_at timestamptz;
update identification set known_visitor_id = (
    select visitor.id from visitor
    where visitor.person_id = identification.person_id and visitor.id <> identification.visitor_id
    order by visitor.key like 'u:%' desc, visitor.key like 'e:%' desc, visitor.id limit 1);
delete from identification where known_visitor_id is null;
update identification set seen_at = at;
alter table identification
    alter column known_visitor_id set not null,
    alter column seen_at set not null,
    drop column former_person_id,
    drop column person_id;
create index identification_known on identification (known_visitor_id);
