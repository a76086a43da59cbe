-- Sums by segment, many in one row: a refresh writes some hundred rows instead of as many thousand, a question about several groups of
-- segments reads a fiftieth of the rows, and all of it takes a tenth of the space. As rows of one sum each they are seen in the
-- views cell, cell_marginal and the same by month.
create table cell_pack (
    measure       smallint not null,
    item          int not null,
    day           date not null,
    channel_id    smallint not null,
    signature_ids int[] not null,                     -- in order
    amounts       bigint[] not null,                  -- one for each, none of them 0
    primary key (measure, item, day, channel_id)
);
create table marginal_pack (
    measure          smallint not null,
    item             int not null,
    segment_value_id int not null,
    day              date not null,
    channel_ids      smallint[] not null,             -- in order
    amounts          bigint[] not null,               -- one for each, none of them 0
    primary key (measure, item, segment_value_id, day)
);
-- Numbers gain little from compression, and are written anew with each refresh.
alter table cell_pack
    alter column signature_ids set storage external,
    alter column amounts set storage external;
alter table marginal_pack
    alter column channel_ids set storage external,
    alter column amounts set storage external;
create table cell_pack_month (like cell_pack including all);
create table marginal_pack_month (like marginal_pack including all);
alter table cell_pack set (fillfactor = 85);
alter table cell_pack_month set (fillfactor = 85);
alter table marginal_pack set (fillfactor = 85);
alter table marginal_pack_month set (fillfactor = 85);

insert into cell_pack
select measure, item, day, channel_id,
       array_agg(signature_id order by signature_id), array_agg(value order by signature_id)
from cell group by measure, item, day, channel_id;
insert into cell_pack_month
select measure, item, day, channel_id,
       array_agg(signature_id order by signature_id), array_agg(value order by signature_id)
from cell_month group by measure, item, day, channel_id;
insert into marginal_pack
select measure, item, segment_value_id, day, array_agg(channel_id order by channel_id), array_agg(value order by channel_id)
from cell_marginal group by measure, item, segment_value_id, day;
insert into marginal_pack_month
select measure, item, segment_value_id, day, array_agg(channel_id order by channel_id), array_agg(value order by channel_id)
from cell_marginal_month group by measure, item, segment_value_id, day;

create index cell_pack_day on cell_pack (day);
create index cell_pack_month_day on cell_pack_month (day);
create index marginal_pack_day on marginal_pack (day);
create index marginal_pack_month_day on marginal_pack_month (day);

drop table cell, cell_month, cell_marginal, cell_marginal_month;
create view cell as
select measure, item, day, channel_id, signature_id, value
from cell_pack cross join lateral unnest(signature_ids, amounts) as one(signature_id, value);
create view cell_month as
select measure, item, day, channel_id, signature_id, value
from cell_pack_month cross join lateral unnest(signature_ids, amounts) as one(signature_id, value);
create view cell_marginal as
select measure, item, segment_value_id, day, channel_id, value
from marginal_pack cross join lateral unnest(channel_ids, amounts) as one(channel_id, value);
create view cell_marginal_month as
select measure, item, segment_value_id, day, channel_id, value
from marginal_pack_month cross join lateral unnest(channel_ids, amounts) as one(channel_id, value);

-- A day's sessions are those that start in it, and are found by their start.
drop index session_day;
