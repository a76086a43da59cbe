-- Calls stand in answers as other facts do: what was kept no longer holds when one comes or goes.
create trigger data_version after insert or update or delete or truncate on call
    for each statement execute function count_change('facts');
