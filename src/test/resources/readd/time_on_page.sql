select avg(seconds) from rows
