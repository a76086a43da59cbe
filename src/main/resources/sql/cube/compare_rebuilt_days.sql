-- days that have figures now, and which of them differ from those in use; the argument is the family of each measure
create temp table rebuild_day as
with family(measure, name) as (values %s),
differing as (
    select measure, day from public.day_set as old
    full join rollup_next.day_set as new using (measure, item, day, channel_id, segment_value_id)
    where old.members is distinct from new.members
    union all
    select measure, day from public.cell_total as old
    full join rollup_next.cell_total as new using (measure, item, day, channel_id)
    where old.value is distinct from new.value)
select name as family, day, bool_or(differs) as differs, bool_or(there) as there
from (
    select measure, day, true as differs, false as there from differing
    union all
    select measure, day, false, true from rollup_next.cell_total
) as figure join family using (measure)
group by name, day
