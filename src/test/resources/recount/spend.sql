select coalesce(sum(value) filter (where measure = 70), 0) / 1e6
from asked left join counted on true where not by_segment group by by_segment
