select 100.0 * count(*) filter (
           where case options ->> 'band' when 'healthy' then tenths >= 700
                                         when 'watch' then tenths >= 400 and tenths < 700
                                         else tenths < 400 end) / nullif(count(*), 0)
from scored, asked

-- from its rows
select 100.0 * count(*) filter (
           where case options ->> 'band' when 'healthy' then health >= 70
                                         when 'watch' then health >= 40 and health < 70
                                         else health < 40 end) / nullif(count(*), 0)
from rows, asked
