-- Under which keys a survey is met beside its own: of surveys that have been made part of it.
create table survey_alias (
    key       text primary key,
    survey_id int not null references survey on delete cascade
);
