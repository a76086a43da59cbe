-- Derived. The single values above 0 of measures of which quantiles are asked for, by day and channel; see ValueRun.
create table value_run (
    measure    smallint not null,
    item       int not null,
    day        date not null,
    channel_id smallint not null,
    content    bytea not null,
    primary key (measure, item, day, channel_id)
);
-- Numbers of seven bits do not get smaller by packing.
alter table value_run alter column content set storage external;

update rollup_state set rebuild_state = 'requested'
where exists (select from day_refresh where family = 'behaviour');
