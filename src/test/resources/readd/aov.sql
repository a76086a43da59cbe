select avg(amount) from rows
