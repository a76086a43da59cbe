select avg(health) from rows
