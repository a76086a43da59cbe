select coalesce(sum(spend), 0) from asked left join rows on true where not by_segment group by by_segment
