select avg(scroll) from rows
