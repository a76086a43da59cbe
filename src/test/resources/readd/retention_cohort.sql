select 100.0 * count(*) filter (where came_again) / nullif(count(came_again), 0) from rows
