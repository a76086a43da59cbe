select avg(seconds) from rows, asked where events > 1 or options ->> 'without-single' is distinct from 'true'
