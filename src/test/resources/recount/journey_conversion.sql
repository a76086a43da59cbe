select 100.0 * count(distinct visit.person_id) filter (where exists (
           select from settings, naive_hit as seen, naive as bought
           where seen.person_id = visit.person_id and seen.kind = 1 and seen.at >= visit.at
             and seen.page_id in (select id from page where path in ('/pricing', '/pricing/pro'))
             and bought.measure = 60 and bought.person_id = visit.person_id and bought.at >= seen.at
             and bought.at <= visit.at + make_interval(hours => 24 * journey_window_days)))
       / nullif(count(distinct visit.person_id), 0)
from counted as visit
where visit.measure = 2

-- from its rows
select 100.0 * count(*) filter (where converted) / nullif(count(*), 0) from rows
