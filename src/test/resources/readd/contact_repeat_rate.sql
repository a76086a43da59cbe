with share as (
    select 100 * avg(again::int) filter (where contacted) as written, 100 * avg(again::int) filter (where not contacted) as others
    from rows)
select case options ->> 'contact' when 'without' then others when 'difference' then written - others else written end
from share, asked
