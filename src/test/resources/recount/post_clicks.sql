select coalesce(sum(value) filter (where measure = 98), 0)
from asked left join counted on true where not by_segment group by by_segment

-- from its rows
select coalesce(sum(clicks), 0) from asked left join rows on true where not by_segment group by by_segment
