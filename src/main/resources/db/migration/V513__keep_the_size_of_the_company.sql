-- Benchmarks of how often pages are viewed speak of small and of large sites.
alter table settings
    add column company_size text not null default 'small' check (company_size in ('small', 'large'));
