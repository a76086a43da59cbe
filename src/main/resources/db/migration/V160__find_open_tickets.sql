-- The backlog asks which tickets were open at some moment: those never resolved are few, and found here.
create index ticket_open on ticket (created_at) where current and resolved_at is null;
-- How many of a day's tickets are resolved by now is counted from here on: what is kept has to be counted once more.
update rollup_state set rebuild_state = 'requested', rebuild_done = 0, rebuild_total = 0
where rebuild_state = 'idle' and exists (select from ticket);
