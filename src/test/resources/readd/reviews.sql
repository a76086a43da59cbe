select avg(score) from rows
