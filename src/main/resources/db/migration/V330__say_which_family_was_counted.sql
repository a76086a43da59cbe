-- Grows whenever marked days of the family are counted in: what is kept in memory of its facts is true until then. The version
-- of rollup_state grows with every family's, which where visits come all the time is every second.
create table family_version (
    family  text primary key,
    version bigint not null
);
