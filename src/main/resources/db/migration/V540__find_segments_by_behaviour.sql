-- Groups of segments found by what people do: instead of a trait they have rules, in the order in which they are tried, each with
-- conditions that must all hold: [{"value":"heavy","name":"Heavy","conditions":[{"what":"visits","is":"at-least","from":10,"days":30}]}].
alter table segment_group add column rules jsonb not null default '[]';
alter table segment_group alter column trait drop not null;
alter table segment_group add constraint segment_group_kind check ((trait is null) = (rules <> '[]'));

-- Derived, and kept only while there are such groups. What people did, by reporting day, as far as conditions can ask for it.
create table person_day (
    person_id int not null,
    kind      smallint not null,                     -- see PersonDays
    item      int not null,                          -- a feature, or 0
    day       date not null,
    amount    numeric not null,
    primary key (person_id, kind, item, day)
);
create index person_day_day on person_day (day, kind);

-- Derived. Days that were counted anew since groups by behaviour were last looked at; the family * is all that there is.
create table counted_day (
    family text not null,
    day    date not null,
    primary key (family, day)
);

-- By which rule people were customers then, and what features were: neither marks a day.
alter table rollup_state add column segments_basis text;
