select coalesce(sum(value), 0) from counted, asked
where measure = case options ->> 'dated' when 'unknown' then 44 else 41 end

-- from its rows
select count(*) from rows
