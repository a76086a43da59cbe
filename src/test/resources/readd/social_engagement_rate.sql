-- Followers have rows of their own, under followers.
select 100.0 * (coalesce(sum(likes + shares + comments + saves), 0) + count(*) filter (where kind = 'mention'))
       / nullif(case when options ->> 'per' = 'followers' then max(denominator) else sum(impressions) end, 0)
from figure, asked left join rows on true where not by_segment group by options
