-- A name in a network tells who somebody is as an address does: both are kept with the letter of the identity's key before them.
alter table address_claim rename column email to address;
update address_claim set address = 'e:' || address;
