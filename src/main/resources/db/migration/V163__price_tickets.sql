-- What a ticket costs on average, in the reporting currency; null while nobody has said.
alter table settings add column cost_per_ticket numeric(18, 6) check (cost_per_ticket >= 0);
