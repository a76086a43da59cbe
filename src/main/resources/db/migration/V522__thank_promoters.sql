-- What comes of a promoter is another thing than what comes of a complaint.
alter table follow_up drop constraint follow_up_outcome_check;
alter table follow_up add constraint follow_up_outcome_check
    check (outcome in ('solved', 'explained', 'unreachable', 'lost', 'thanked', 'invited'));
